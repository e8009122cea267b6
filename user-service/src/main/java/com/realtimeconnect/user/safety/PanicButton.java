package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends the call, blocks the other one and reports it. Pressing again does no harm and does whatever is not done yet. It needs
 * this service and its database; what the others cannot be told now, they are told when they are back.
 */
@Component
class PanicButton {

    private final ReportBook book;
    private final Meetings meetings;
    private final LiveCalls calls;

    PanicButton(ReportBook book, Meetings meetings, LiveCalls calls) {
        this.book = book;
        this.meetings = meetings;
        this.calls = calls;
    }

    /** @throws ProblemException not-found, for an interaction that is surely nothing to this person */
    Report press(UserId by, InteractionId interaction) {
        var before = book.find(by, interaction);
        var meeting = before.map(Report::reported).isPresent() ? null : meeting(by, interaction);
        // The call first: the rest can be done again, but every second of it counts.
        if (meeting == null ? before.isPresent() : meeting.endedAt() == null) {
            calls.endAtOnce(interaction, by);
        }
        return book.panic(by, interaction, meeting);
    }

    /** Null if it cannot be told at this moment. */
    private @Nullable Meeting meeting(UserId by, InteractionId interaction) {
        Optional<Meeting> found;
        try {
            found = meetings.find(interaction);
        } catch (ProblemException silent) {
            return null;
        }
        return found.filter(meeting -> book.canBeReported(meeting, by)).orElseThrow(ReportBook::notYours);
    }
}
