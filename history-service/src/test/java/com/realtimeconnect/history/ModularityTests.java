package com.realtimeconnect.history;

import com.realtimeconnect.test.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresKeepToTheirRooms() {
        ApplicationModules.of(HistoryServiceApplication.class).verify();
    }

    @Test
    void codeKeepsToTheRulesOfTheHouse() {
        HouseRules.check("com.realtimeconnect.history");
    }
}
