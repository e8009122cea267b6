package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.batch.BatchLoader;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In which interaction a person is. It is asked whenever a socket opens, is subscribed or closes, and mostly they are in
 * none: when ten thousand come back at once, this is a few questions about many of them. Not to be used in a transaction,
 * since it asks over connections of its own.
 */
@Component
class LiveLookup {

    private static final int AT_ONCE = 2;
    private static final int LARGEST = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String LIVE_OF = """
            select woman_user_id as person, id from interactions
            where state <> 'ENDED' and woman_user_id = any(:people)
            union all
            select man_user_id, id from interactions
            where state <> 'ENDED' and man_user_id = any(:people)""";

    private final JdbcClient jdbc;
    private final BatchLoader<UserId, InteractionId> live = new BatchLoader<>(this::ask, AT_ONCE, LARGEST, PATIENCE);

    LiveLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<InteractionId> find(UserId user) {
        return live.load(user);
    }

    private Map<UserId, InteractionId> ask(Set<UserId> users) {
        var found = new HashMap<UserId, InteractionId>();
        jdbc.sql(LIVE_OF)
                .param("people", users.stream().map(UserId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new UserId(row.getObject("person", UUID.class)),
                            new InteractionId(row.getObject("id", UUID.class)));
                });
        return found;
    }
}
