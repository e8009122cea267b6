package com.realtimeconnect.queuing;

import com.realtimeconnect.test.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresUseEachOthersPublicFaceOnlyAndHaveNoCycles() {
        ApplicationModules.of(QueuingServiceApplication.class).verify();
    }

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("com.realtimeconnect.queuing");
    }
}
