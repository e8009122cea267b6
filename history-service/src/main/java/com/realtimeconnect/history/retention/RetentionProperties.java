package com.realtimeconnect.history.retention;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the log remembers.
 *
 * @param anonymizeAfter when an entry forgets who the other was
 * @param deleteAfter when the entry goes
 * @param batchSize how many entries one transaction changes
 * @param every how often the job runs, in the whole fleet
 */
@ConfigurationProperties("connect.history.retention")
@Validated
record RetentionProperties(
        @DefaultValue("90d") Duration anonymizeAfter,
        @DefaultValue("365d") Duration deleteAfter,
        @DefaultValue("1000") @Min(1) @Max(100_000) int batchSize,
        @DefaultValue("1h") Duration every) {

    @AssertTrue(message = "HISTORY_ANONYMIZE_AFTER must be positive, and HISTORY_DELETE_AFTER no shorter")
    boolean isOrdered() {
        return anonymizeAfter.isPositive() && deleteAfter.compareTo(anonymizeAfter) >= 0;
    }
}
