package com.realtimeconnect.user;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void keepsItsRoomsApart() {
        ApplicationModules.of(UserServiceApplication.class, new ImportOption.DoNotIncludeTests())
                .verify();
    }
}
