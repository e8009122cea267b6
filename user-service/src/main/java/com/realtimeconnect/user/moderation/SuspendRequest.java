package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An admin shuts somebody out: until a time, for so many seconds, or, with neither, for good.
 *
 * @param reason told to the person
 */
record SuspendRequest(
        @NotBlank @Size(max = 1000) @PlainText(lines = true) String reason,
        @Nullable Instant until,

        @Positive @Max(SuspendRequest.LONGEST_SECONDS) @Nullable
        Long seconds) {

    static final long LONGEST_SECONDS = 10L * 365 * 24 * 60 * 60;

    /** Null for good. */
    @Nullable
    Instant end(Instant now) {
        if (until != null && seconds != null) {
            throw Problems.invalid("seconds", "must not be given together with until");
        }
        if (seconds != null) {
            return now.plusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS);
        }
        if (until != null && !isWithinReach(until, now)) {
            throw Problems.invalid("until", "must be a time to come, within ten years");
        }
        return until == null ? null : until.truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean isWithinReach(Instant until, Instant now) {
        return until.isAfter(now.plusMillis(1)) && until.isBefore(now.plus(Duration.ofSeconds(LONGEST_SECONDS)));
    }
}
