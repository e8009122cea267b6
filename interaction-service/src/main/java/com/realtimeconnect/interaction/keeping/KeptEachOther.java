package com.realtimeconnect.interaction.keeping;

import com.realtimeconnect.common.event.Participant;
import com.realtimeconnect.common.event.interaction.ConnectionFormed;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.interaction.interaction.ConsentAction;
import com.realtimeconnect.interaction.interaction.InteractionRecorded;
import com.realtimeconnect.interaction.interaction.InteractionView.ParticipantView;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down, with the second yes itself, that a connection is to be made. */
@Component
class KeptEachOther {

    private final Outbox outbox;

    KeptEachOther(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(InteractionRecorded recorded) {
        var moved = recorded.moved();
        moved.entries().stream()
                .filter(entry -> entry.action() == ConsentAction.CONNECTION_FORMED)
                .forEach(entry -> {
                    var view = moved.view();
                    outbox.publish(
                            ConnectionMaker.NAME,
                            new ConnectionFormed(
                                    Objects.requireNonNull(view.connectionId()),
                                    Objects.requireNonNull(view.roomId()),
                                    view.id(),
                                    entry.at(),
                                    participant(view.woman()),
                                    participant(view.man())));
                });
    }

    private static Participant participant(ParticipantView view) {
        return new Participant(view.userId(), view.displayName());
    }
}
