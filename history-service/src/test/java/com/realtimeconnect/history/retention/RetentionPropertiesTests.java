package com.realtimeconnect.history.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class RetentionPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RetentionProperties.class)
    static class Bound {}

    @Test
    void haveTheDefaultsThatOperatorsRelyOn() {
        runner.run(context -> assertThat(context.getBean(RetentionProperties.class))
                .isEqualTo(
                        new RetentionProperties(Duration.ofDays(90), Duration.ofDays(365), 1000, Duration.ofHours(1))));
    }

    @ParameterizedTest
    @CsvSource({"30d, 60d", "P30D, P60D", "720h, PT1440H"})
    void takeBothSpellingsOfADuration(String anonymize, String delete) {
        runner.withPropertyValues(
                        "connect.history.retention.anonymize-after=" + anonymize,
                        "connect.history.retention.delete-after=" + delete)
                .run(context -> {
                    var properties = context.getBean(RetentionProperties.class);
                    assertThat(properties.anonymizeAfter()).isEqualTo(Duration.ofDays(30));
                    assertThat(properties.deleteAfter()).isEqualTo(Duration.ofDays(60));
                });
    }

    @ParameterizedTest
    @CsvSource({"90d, 30d", "0d, 30d", "-1d, 30d"})
    void keepTheServiceFromStartingWithoutSense(String anonymize, String delete) {
        runner.withPropertyValues(
                        "connect.history.retention.anonymize-after=" + anonymize,
                        "connect.history.retention.delete-after=" + delete)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("HISTORY_ANONYMIZE_AFTER must be positive"));
    }
}
