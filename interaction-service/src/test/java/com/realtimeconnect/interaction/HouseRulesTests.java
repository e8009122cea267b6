package com.realtimeconnect.interaction;

import com.realtimeconnect.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("com.realtimeconnect.interaction");
    }
}
