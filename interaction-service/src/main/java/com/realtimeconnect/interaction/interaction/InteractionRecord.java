package com.realtimeconnect.interaction.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of an interaction, for moderation: who, when, how it ended, and who let what happen. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record InteractionRecord(
        InteractionId interactionId,
        String intent,
        Person woman,
        Person man,
        InteractionState state,
        Instant proposedAt,
        @Nullable Instant connectedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long durationSeconds,
        @Nullable EndReason endReason,
        @Nullable UserId endedBy,
        boolean videoRequested,
        boolean videoApproved,
        List<ConsentEntry> consentLog) {

    /** One of the two, under the name of that time. */
    record Person(UserId userId, String displayName) {

        static Person of(InteractionView.ParticipantView participant) {
            return new Person(participant.userId(), participant.displayName());
        }
    }

    static InteractionRecord of(InteractionView view, List<ConsentEntry> consentLog) {
        var times = view.times();
        return new InteractionRecord(
                view.id(),
                view.intent(),
                Person.of(view.woman()),
                Person.of(view.man()),
                view.state(),
                times.proposedAt(),
                times.connectedAt(),
                times.startedAt(),
                times.endedAt(),
                view.durationSeconds(),
                view.endReason(),
                view.endedBy(),
                view.video().everRequested(),
                view.video().everApproved(),
                consentLog);
    }
}
