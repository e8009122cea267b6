package com.realtimeconnect.interaction;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void roomsKnowEachOtherByTheirPublicFacesWithoutCycles() {
        ApplicationModules.of(InteractionServiceApplication.class).verify();
    }
}
