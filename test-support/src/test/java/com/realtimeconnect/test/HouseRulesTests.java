package com.realtimeconnect.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

class HouseRulesTests {

    static Stream<ArchRule> rules() {
        return Stream.of(
                HouseRules.CONTROLLERS_ARE_PRIVATE,
                HouseRules.ENTITIES_ARE_PRIVATE,
                HouseRules.REPOSITORIES_ARE_PRIVATE,
                HouseRules.NO_EMPTY_NAMES,
                HouseRules.NO_FIELD_INJECTION,
                HouseRules.TIME_IS_INJECTED,
                HouseRules.NO_FOREIGN_LIBRARIES,
                HouseRules.LOGGERS_ARE_PRIVATE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void seesItsRuleBroken(ArchRule rule) {
        var bad = new ClassFileImporter().importPackages("com.realtimeconnect.test.badhouse");

        assertThatThrownBy(() -> rule.check(bad))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("because");
    }

    @Test
    void seesRoomsThatNeedEachOther() {
        var bad = ApplicationModules.of("com.realtimeconnect.test.badhouse", everywhere -> true);

        assertThatThrownBy(bad::verify)
                .hasMessageContaining("Cycle detected")
                .hasMessageContaining("kitchen")
                .hasMessageContaining("cellar");
    }
}
