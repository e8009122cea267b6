package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.problem.Problems;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which interactions are asked for; null means any.
 *
 * @param from the earliest end
 * @param to the end of the range, not in it
 */
record InteractionFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String intent,
        @Nullable EndReason endReason) {

    static final InteractionFilter ANY = new InteractionFilter(null, null, null, null);

    InteractionFilter {
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problems.invalid("to", "must be after from");
        }
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException 400 naming the part that cannot be a filter */
    static InteractionFilter parse(
            @Nullable String from, @Nullable String to, @Nullable String intent, @Nullable String endReason) {
        if (intent != null && !LogEntry.isIntent(intent)) {
            throw Problems.invalid("intent", "must match " + LogEntry.INTENT);
        }
        return new InteractionFilter(
                Timestamps.parse("from", from),
                Timestamps.parse("to", to),
                intent,
                endReason == null ? null : EndReason.parse(endReason));
    }
}
