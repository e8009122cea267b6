package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.interaction.iceserver.IceServers;
import com.realtimeconnect.interaction.negotiation.Negotiations;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what one of the two may see of an interaction. */
@Component
public class StatusReport {

    private final PersonCards cards;
    private final IceServers iceServers;
    private final Negotiations negotiations;
    private final Clock clock;

    StatusReport(PersonCards cards, IceServers iceServers, Negotiations negotiations, Clock clock) {
        this.cards = cards;
        this.iceServers = iceServers;
        this.negotiations = negotiations;
        this.clock = clock;
    }

    /** The whole truth, for this one of the two. */
    public InteractionStatus of(InteractionView view, UserId reader) {
        var times = view.times();
        return new InteractionStatus(
                view.id(),
                view.intent(),
                card(view, reader),
                view.roleOf(reader) == Role.FEMALE ? "offerer" : "answerer",
                view.isLive() ? iceServers.of(view.id()) : List.of(),
                iceServers.transportPolicy(),
                times.respondBy(),
                times.callSeconds(),
                view.state(),
                mayNegotiate(view) ? negotiations.currentNumber(view.id()) : 0,
                times.startedAt(),
                times.endsAt(),
                view.video().state(),
                view.endReasonFor(reader),
                clock.instant());
    }

    /** Once it is over the other's profile is not shown here any more: who may see it is asked of user-service. */
    private PersonCard card(InteractionView view, UserId reader) {
        var peer = view.peerOf(reader);
        return view.isLive() ? cards.of(peer) : PersonCard.from(peer);
    }

    private static boolean mayNegotiate(InteractionView view) {
        return view.isLive() && view.state() != InteractionState.PROPOSED;
    }
}
