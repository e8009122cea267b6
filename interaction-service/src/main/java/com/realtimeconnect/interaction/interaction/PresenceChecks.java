package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out the calls whose sockets somebody should look at, each to one node at a time. */
@Component
public class PresenceChecks {

    /** Short against the grace that a lost socket has, long against the cost of a look. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    PresenceChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes those that are due; each is due again a few seconds later, whatever becomes of this node. */
    public List<InteractionId> due(int limit) {
        var now = clock.instant();
        return jdbc.sql("""
                        update interactions set presence_due_at = :next where id in (
                            select id from interactions where presence_due_at <= :now
                            order by presence_due_at limit :limit for update skip locked)
                        returning id
                        """)
                .param("next", Timestamp.from(now.plus(EVERY)))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new InteractionId(row.getObject("id", UUID.class)))
                .list();
    }
}
