package com.realtimeconnect.history.analytics;

import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whole buckets from {@code from} to {@code to}. Never less than a bucket: by asking for ranges that differ in a moment,
 * one could tell a single call from the difference.
 */
record AnalyticsRange(Instant from, Instant to, Bucket bucket) {

    /** Widens what is asked for to whole buckets; what is left out is taken from {@code now} and the bucket's usual range. */
    static AnalyticsRange of(@Nullable Instant from, @Nullable Instant to, Bucket bucket, Instant now) {
        var end = bucket.endOf(to != null ? to : now);
        var start = bucket.startOf(from != null ? from : end.minus(bucket.usualRange()));
        if (!start.isBefore(end) || (from != null && to != null && !from.isBefore(to))) {
            throw Problems.invalid("to", "must be after from");
        }
        if (Duration.between(start, end).compareTo(bucket.longestRange()) > 0) {
            throw Problems.invalid(
                    "from", "is too far from to: at most %d buckets at once".formatted(bucket.mostBuckets()));
        }
        return new AnalyticsRange(start, end, bucket);
    }
}
