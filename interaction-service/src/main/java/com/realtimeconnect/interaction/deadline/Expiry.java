package com.realtimeconnect.interaction.deadline;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.interaction.interaction.InteractionView;
import com.realtimeconnect.interaction.interaction.Interactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Carries out one deadline. */
@Component
class Expiry {

    private static final Logger log = LoggerFactory.getLogger(Expiry.class);

    private final Interactions interactions;
    private final SocketWatch sockets;

    Expiry(Interactions interactions, SocketWatch sockets) {
        this.interactions = interactions;
        this.sockets = sockets;
    }

    /** Does nothing if it is too early, and leaves it to the next look if the database does not answer. */
    void expire(InteractionId id) {
        try (var ignored = CorrelationId.open(CorrelationId.accept(null))) {
            // Whoever came back while a node was dying must not be taken for lost by an old note.
            interactions.find(id).filter(InteractionView::isSomebodyAway).ifPresent(sockets::look);
            interactions.expire(id);
        } catch (DataAccessException | TransactionException | ProblemException failed) {
            log.atWarn().setCause(failed).addKeyValue("interactionId", id).log("Deadline not carried out yet");
        }
    }
}
