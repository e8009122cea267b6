package com.realtimeconnect.interaction.deadline;

import com.realtimeconnect.interaction.interaction.Interactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every second for deadlines that nobody kept. Every node does, and the rows one has in hand the others skip. */
@Component
class DeadlineReaper {

    private static final int BATCH = 500;
    private static final Logger log = LoggerFactory.getLogger(DeadlineReaper.class);

    private final Interactions interactions;
    private final Expiry expiry;
    private final SocketWatch sockets;

    DeadlineReaper(Interactions interactions, Expiry expiry, SocketWatch sockets) {
        this.interactions = interactions;
        this.expiry = expiry;
        this.sockets = sockets;
    }

    @Scheduled(fixedDelay = 1_000)
    void reap() {
        try {
            interactions.overdue(BATCH).forEach(expiry::expire);
            sockets.lookAround();
        } catch (DataAccessException | TransactionException unreachable) {
            log.atWarn().setCause(unreachable).log("Deadlines cannot be looked up now");
        }
    }
}
