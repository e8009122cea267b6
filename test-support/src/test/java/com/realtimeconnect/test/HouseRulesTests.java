package com.realtimeconnect.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTests {

    static Stream<ArchRule> rules() {
        return Stream.of(
                HouseRules.CONTROLLERS_ARE_PRIVATE,
                HouseRules.NO_EMPTY_NAMES,
                HouseRules.NO_FIELD_INJECTION,
                HouseRules.TIME_IS_INJECTED,
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
}
