package com.realtimeconnect.history.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures by time and intent.
 *
 * @param from the beginning of the first bucket
 * @param to the end of the last
 * @param items groups with at least one proposal and enough people, oldest first
 * @param suppressedGroups how many groups are left out because too few people are in them
 */
record Analytics(Instant from, Instant to, Bucket bucket, List<Group> items, long suppressedGroups) {

    Analytics {
        items = List.copyOf(items);
    }

    /**
     * One intent in one bucket, by when the interactions ended. Rates are from 0 to 1; a figure of nothing is null.
     *
     * @param proposals interactions, whatever came of them
     * @param calls those in which the two heard each other
     * @param connectRate proposals she let begin, of all
     * @param completionRate calls that ran their full time, of all calls
     * @param medianWaitSeconds of both people's waits in the queue
     * @param videoApprovalRate calls with video approved, of those in which it was asked for
     * @param reportsPerThousandCalls reports of calls, by either of the two, for each 1,000 calls
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Group(
            Instant bucketStart,
            String intent,
            long proposals,
            long calls,
            @Nullable Double connectRate,
            @Nullable Double completionRate,
            @Nullable Long medianDurationSeconds,
            @Nullable Long p95DurationSeconds,
            @Nullable Long medianWaitSeconds,
            @Nullable Long p95WaitSeconds,
            @Nullable Double videoApprovalRate,
            @Nullable Double reportsPerThousandCalls) {}
}
