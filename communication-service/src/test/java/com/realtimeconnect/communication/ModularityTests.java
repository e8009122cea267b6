package com.realtimeconnect.communication;

import com.realtimeconnect.test.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresDependOnEachOtherInOneDirectionAndThroughTheirPublicClasses() {
        ApplicationModules.of(CommunicationServiceApplication.class).verify();
    }

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("com.realtimeconnect.communication");
    }
}
