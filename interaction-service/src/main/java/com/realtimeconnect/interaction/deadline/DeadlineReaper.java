package com.realtimeconnect.interaction.deadline;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.interaction.interaction.Interactions;
import java.util.List;
import java.util.concurrent.Executors;
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
    private static final int AT_ONCE = 4;
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
            carryOut(interactions.overdue(BATCH));
            sockets.lookAround();
        } catch (DataAccessException | TransactionException unreachable) {
            log.atWarn().setCause(unreachable).log("Deadlines cannot be looked up now");
        }
    }

    /** Several at once: a dead node may leave a thousand, and one whose sockets cannot be looked up takes seconds. */
    private void carryOut(List<InteractionId> overdue) {
        if (overdue.isEmpty()) {
            return;
        }
        try (var threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("overdue-", 0).factory())) {
            overdue.forEach(id -> threads.execute(() -> expiry.expire(id)));
        }
    }
}
