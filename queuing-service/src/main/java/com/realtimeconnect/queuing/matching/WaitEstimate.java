package com.realtimeconnect.queuing.matching;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Guesses a wait from the pace of the matches of late: honest about the order, not about the second. */
final class WaitEstimate {

    private static final Duration UNKNOWN_PACE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private WaitEstimate() {}

    /** @param pace time between two matches, or null if there was none in the last hour */
    static Duration of(long place, @Nullable Duration pace) {
        var step = pace == null ? UNKNOWN_PACE : pace;
        if (place <= 0) {
            return Duration.ofSeconds(1);
        }
        var seconds = Math.ceilDiv(step.toMillis() * Math.min(place, LONGEST.toSeconds() * 1000), 1000);
        return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST.toSeconds()));
    }
}
