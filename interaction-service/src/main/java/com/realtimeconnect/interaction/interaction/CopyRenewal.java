package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the database, often enough that no copy in use grows too old to be trusted, which of them still are as things stand:
 * one query for all, where each call would else read its row once a second. While the database does not answer, copies
 * grow old, and whoever needs one reads it or is refused, as without this.
 */
@Component
class CopyRenewal {

    /** Two of them fit into the time for which a copy is trusted. */
    private static final long EVERY_MILLIS = 400;

    private static final Logger log = LoggerFactory.getLogger(CopyRenewal.class);

    private final LiveInteractions copies;
    private final JdbcClient jdbc;
    private final ReentrantLock turn = new ReentrantLock();

    CopyRenewal(LiveInteractions copies, JdbcClient jdbc) {
        this.copies = copies;
        this.jdbc = jdbc;
    }

    /** One at a time: if an answer takes longer than the pause, the next question waits for its turn to come again. */
    @Scheduled(fixedRate = EVERY_MILLIS)
    void renew() {
        if (!turn.tryLock()) {
            return;
        }
        try {
            var used = copies.takeUsed();
            if (!used.isEmpty()) {
                var asked = System.nanoTime();
                copies.renew(used, steps(used), asked);
            }
        } catch (DataAccessException unreachable) {
            log.atWarn().setCause(unreachable).log("Copies of interactions cannot be renewed now");
        } finally {
            turn.unlock();
        }
    }

    private Map<InteractionId, Integer> steps(Collection<InteractionId> ids) {
        var steps = new HashMap<InteractionId, Integer>();
        jdbc.sql("select id, log_length from interactions where id = any(:ids)")
                .param("ids", ids.stream().map(InteractionId::value).toArray(UUID[]::new))
                .query(row -> {
                    steps.put(new InteractionId(row.getObject("id", UUID.class)), row.getInt("log_length"));
                });
        return steps;
    }
}
