package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.safety.ReportState;
import com.realtimeconnect.user.standing.AppealState;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which part of a queue is asked for. */
enum QueueStatus {
    OPEN,
    RESOLVED,
    /** Not known yet to be about a meeting that took place. */
    UNVERIFIED;

    /** @throws ProblemException if there is no such part */
    static QueueStatus of(String word) {
        return Stream.of(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problems.invalid("status", "must be open, resolved or unverified"));
    }

    Set<ReportState> reports() {
        return switch (this) {
            case OPEN -> Set.of(ReportState.OPEN);
            case RESOLVED -> Set.of(ReportState.UPHELD, ReportState.DISMISSED);
            case UNVERIFIED -> Set.of(ReportState.UNVERIFIED);
        };
    }

    Set<AppealState> appeals() {
        return switch (this) {
            case OPEN -> Set.of(AppealState.OPEN);
            case RESOLVED -> Set.of(AppealState.GRANTED, AppealState.REFUSED, AppealState.MOOT);
            case UNVERIFIED -> Set.of();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
