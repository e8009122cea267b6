package com.realtimeconnect.interaction.fact;

import com.realtimeconnect.common.event.Participant;
import com.realtimeconnect.common.event.interaction.InteractionEnded;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.interaction.interaction.ConsentAction;
import com.realtimeconnect.interaction.interaction.EndReason;
import com.realtimeconnect.interaction.interaction.InteractionRecorded;
import com.realtimeconnect.interaction.interaction.InteractionView;
import com.realtimeconnect.interaction.interaction.InteractionView.ParticipantView;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down every end with the end itself. */
@Component
class EndedInteractions {

    private final Outbox outbox;

    EndedInteractions(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(InteractionRecorded recorded) {
        var moved = recorded.moved();
        if (moved.did(ConsentAction.ENDED)) {
            outbox.publishAtOnce(HistoryLog.NAME, ended(moved.view()));
        }
    }

    private static InteractionEnded ended(InteractionView view) {
        var times = view.times();
        var endedBy = view.endedBy();
        var reason = Objects.requireNonNull(view.endReason());
        return new InteractionEnded(
                view.id(),
                view.intent(),
                participant(view.woman()),
                participant(view.man()),
                times.proposedAt(),
                times.connectedAt(),
                times.startedAt(),
                Objects.requireNonNull(times.endedAt()),
                view.durationSeconds(),
                reason.wireName(),
                endedBy == null ? null : endedBy.value(),
                view.video().everApproved(),
                view.video().everRequested(),
                view.video().everApproved(),
                view.woman().waitSeconds(),
                view.man().waitSeconds(),
                reason == EndReason.REPORTED);
    }

    private static Participant participant(ParticipantView view) {
        return new Participant(view.userId(), view.displayName());
    }
}
