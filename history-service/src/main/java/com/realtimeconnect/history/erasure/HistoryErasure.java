package com.realtimeconnect.history.erasure;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.privacy.ErasedPeople;
import com.realtimeconnect.common.privacy.PersonErasure;
import com.realtimeconnect.common.privacy.Scrub;
import com.realtimeconnect.history.connection.Connections;
import com.realtimeconnect.history.interaction.HistoryChanged;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a person from the history, in one transaction: entries forget who the other was, theirs and the others'; connections
 * end, and their rooms close. Entries stay, for the other one and for our figures, with an id that leads to nobody.
 */
@Component
class HistoryErasure implements PersonErasure {

    private static final Scrub TABLES = new Scrub()
            .with("logged_interactions", """
                    update logged_interactions set peer_id = null, peer_name = null
                    where peer_id is not null and (interaction_id, ended_at) in (
                      select interaction_id, ended_at from logged_interactions where user_id = :person)""")
            // A hash of what was logged, from which a name could be guessed.
            .with("interaction_receipts", """
                    update interaction_receipts set fingerprint = ''
                    where length(fingerprint) > 0 and interaction_id in (
                      select interaction_id from logged_interactions where user_id = :person)""")
            .with("connections", """
                    update connections set woman_name = null where woman_id = :person and woman_name is not null""")
            .with("connections", """
                    update connections set man_name = null where man_id = :person and man_name is not null""");

    private final ErasedPeople erased;
    private final Connections connections;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    HistoryErasure(ErasedPeople erased, Connections connections, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.erased = erased;
        this.connections = connections;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional
    public Map<String, Integer> erase(UserId person) {
        erased.note(person);
        var removed = connections.removeAllOf(person);
        var changed = new LinkedHashMap<>(TABLES.run(jdbc, person));
        changed.put("connections removed", removed);
        // What is cached about them goes, too.
        events.publishEvent(new HistoryChanged(Set.of(person)));
        return changed;
    }
}
