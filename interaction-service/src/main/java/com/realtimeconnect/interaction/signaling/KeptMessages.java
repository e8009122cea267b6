package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.interaction.interaction.ConsentAction;
import com.realtimeconnect.interaction.interaction.InteractionMoved;
import com.realtimeconnect.interaction.interaction.InteractionView;
import com.realtimeconnect.interaction.interaction.ListenerOrder;
import com.realtimeconnect.interaction.negotiation.Kept;
import com.realtimeconnect.interaction.negotiation.Negotiations;
import com.realtimeconnect.interaction.negotiation.Negotiations.Exchange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody whose socket was gone may have missed: the other's offer or answer and candidates in the negotiation that
 * stands. Some of it may have arrived before; its {@code negotiationId} tells.
 */
@Component
public class KeptMessages {

    private static final Logger log = LoggerFactory.getLogger(KeptMessages.class);

    private final Negotiations negotiations;
    private final JsonMapper json;
    private final Clock clock;

    KeptMessages(Negotiations negotiations, JsonMapper json, Clock clock) {
        this.negotiations = negotiations;
        this.json = json;
        this.clock = clock;
    }

    /** In the order in which they were sent. */
    public List<Event> of(InteractionView view, UserId receiver) {
        if (!view.allowsSignaling(clock.instant())) {
            return List.of();
        }
        var sender = view.peerOf(receiver).userId();
        var kept = negotiations.keptFor(new Exchange(view.id(), sender, receiver, view.roleOf(sender) == Role.FEMALE));
        var events = new ArrayList<Event>();
        if (kept.kind() != Kept.Kind.CANDIDATES) {
            var description = json.readValue(kept.description(), CallDescription.class);
            events.add(event(kept.kind() == Kept.Kind.OFFER ? "offer" : "answer", description));
        }
        for (var candidate : kept.candidates()) {
            events.add(event("ice-candidate", json.readValue(candidate, CallCandidate.class)));
        }
        return events;
    }

    private Event event(String type, Object data) {
        return Event.of(type, clock.instant(), data);
    }

    /** In the background: what is not tidied up runs out by itself. */
    @Order(ListenerOrder.HINTS)
    @EventListener
    void on(InteractionMoved moved) {
        if (moved.did(ConsentAction.STARTED) || moved.did(ConsentAction.ENDED)) {
            Thread.ofVirtual().name("negotiation").start(() -> tidyUp(moved.view()));
        }
    }

    private void tidyUp(InteractionView view) {
        try {
            if (view.isLive()) {
                negotiations.settle(view.id());
            } else {
                negotiations.forget(view.id(), view.woman().userId(), view.man().userId());
            }
        } catch (DataAccessException | ProblemException unreachable) {
            log.atWarn().setCause(unreachable).log("What was kept of a negotiation stays until it runs out");
        }
    }
}
