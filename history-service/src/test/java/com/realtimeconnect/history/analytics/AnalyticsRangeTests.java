package com.realtimeconnect.history.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnalyticsRangeTests {

    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-03-04T12:34:56.789Z");

    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-03-03T13:00:00Z, 2026-03-04T13:00:00Z",
        "DAY, 2026-02-03T00:00:00Z, 2026-03-05T00:00:00Z",
        "WEEK, 2025-12-15T00:00:00Z, 2026-03-09T00:00:00Z",
    })
    void endsNowUnlessSaid(Bucket bucket, Instant from, Instant to) {
        assertThat(AnalyticsRange.of(null, null, bucket, NOW)).isEqualTo(new AnalyticsRange(from, to, bucket));
    }

    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-03-04T12:00:00Z, 2026-03-04T14:00:00Z",
        "DAY, 2026-03-04T00:00:00Z, 2026-03-05T00:00:00Z",
        "WEEK, 2026-03-02T00:00:00Z, 2026-03-09T00:00:00Z",
    })
    void isWidenedToWholeBuckets(Bucket bucket, Instant from, Instant to) {
        assertThat(AnalyticsRange.of(NOW, NOW.plusSeconds(3600), bucket, NOW))
                .isEqualTo(new AnalyticsRange(from, to, bucket));
        assertThat(AnalyticsRange.of(from, to, bucket, NOW)).isEqualTo(new AnalyticsRange(from, to, bucket));
    }

    @ParameterizedTest
    @EnumSource
    void isBounded(Bucket bucket) {
        var to = Instant.parse("2026-03-09T00:00:00Z");
        var longest = bucket.longestRange();
        assertThat(AnalyticsRange.of(to.minus(longest), to, bucket, NOW).from()).isEqualTo(to.minus(longest));
        assertThatThrownBy(() -> AnalyticsRange.of(to.minus(longest).minusMillis(1), to, bucket, NOW))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void isNeverEmptyOrBackwards() {
        assertThatThrownBy(() -> AnalyticsRange.of(NOW, NOW, Bucket.DAY, NOW)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> AnalyticsRange.of(NOW, NOW.minusMillis(1), Bucket.DAY, NOW))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> AnalyticsRange.of(NOW.plus(Duration.ofDays(2)), null, Bucket.DAY, NOW))
                .isInstanceOf(ProblemException.class);
    }
}
