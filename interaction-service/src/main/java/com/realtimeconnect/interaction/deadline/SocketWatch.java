package com.realtimeconnect.interaction.deadline;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.realtime.SessionClosed;
import com.realtimeconnect.common.realtime.SessionOpened;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.interaction.interaction.InteractionView;
import com.realtimeconnect.interaction.interaction.InteractionView.ParticipantView;
import com.realtimeconnect.interaction.interaction.Interactions;
import com.realtimeconnect.interaction.interaction.PresenceChecks;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Notes in a call whose sockets are gone and whose are back. A socket that closes is noted by the node that held it. A
 * node that dies notes nothing; so each call is due for a look every few seconds, by whichever node takes it, and a
 * person whose route has expired is noted then.
 */
@Component
class SocketWatch {

    private static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(SocketWatch.class);

    private final Interactions interactions;
    private final PresenceChecks checks;
    private final UserRelay relay;

    SocketWatch(Interactions interactions, PresenceChecks checks, UserRelay relay) {
        this.interactions = interactions;
        this.checks = checks;
        this.relay = relay;
    }

    @EventListener
    void on(SessionOpened opened) {
        look(opened.session().user().id());
    }

    @EventListener
    void on(SessionClosed closed) {
        look(closed.session().user().id());
    }

    private void look(UserId user) {
        try {
            interactions.current(user).ifPresent(this::look);
        } catch (DataAccessException | TransactionException | ProblemException unreachable) {
            log.atWarn().setCause(unreachable).addKeyValue("userId", user).log("A socket's change is noted later");
        }
    }

    /** Looks at the calls that are due, on whatever node their people were. */
    void lookAround() {
        checks.due(BATCH).forEach(id -> interactions.find(id).ifPresent(this::look));
    }

    /** Brings the notes of this call up to date, as far as it can be told who is connected. */
    void look(InteractionView view) {
        if (!view.state().isCall()) {
            return;
        }
        try {
            List.of(view.woman(), view.man()).forEach(participant -> look(view, participant));
        } catch (ProblemException unknown) {
            log.atWarn()
                    .setCause(unknown)
                    .addKeyValue("interactionId", view.id())
                    .log("Sockets cannot be looked up");
        }
    }

    private void look(InteractionView view, ParticipantView participant) {
        var connected = relay.isConnected(participant.userId());
        if (connected && participant.away()) {
            interactions.regain(participant.userId(), view.id());
        } else if (!connected && !participant.away()) {
            interactions.lose(participant.userId(), view.id());
            // A socket that opened between the look and the note saw nothing to undo.
            if (relay.isConnected(participant.userId())) {
                interactions.regain(participant.userId(), view.id());
            }
        }
    }
}
