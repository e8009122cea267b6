package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes reports: one for a person and an interaction, and only of a meeting that person was really in. */
@Component
class ReportDesk {

    private final ReportBook book;
    private final Meetings meetings;
    private final LiveCalls calls;
    private final SafetyLimits limits;

    ReportDesk(ReportBook book, Meetings meetings, LiveCalls calls, SafetyLimits limits) {
        this.book = book;
        this.meetings = meetings;
        this.calls = calls;
        this.limits = limits;
    }

    /** @param isNew false if the same was said before */
    record Filed(Report report, boolean isNew) {}

    /**
     * @throws ProblemException not-found, for an interaction that is nothing to this person; already-reported;
     *     too-many-requests, after many in a day
     */
    Filed file(UserId reporter, InteractionId interaction, ReportReason reason, @Nullable String details) {
        var before = book.find(reporter, interaction);
        if (before.isPresent()) {
            return new Filed(book.repeat(before.get(), reason, details), false);
        }
        var meeting = meeting(reporter, interaction);
        limits.countReport(reporter);
        var filed = book.file(reporter, interaction, meeting, reason, details);
        if (filed.isNew() && meeting != null && meeting.endedAt() == null) {
            calls.endAtOnce(interaction, reporter);
        }
        return filed;
    }

    /** Null while it cannot be told: the report is verified later. */
    private @Nullable Meeting meeting(UserId reporter, InteractionId interaction) {
        try {
            return meetings.find(interaction)
                    .filter(found -> book.canBeReported(found, reporter))
                    .orElseThrow(ReportBook::notYours);
        } catch (ProblemException refused) {
            if (refused.type().status() == 503) {
                return null;
            }
            throw refused;
        }
    }
}
