package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who let what happen. Lines are only ever added, in the transaction of the change itself. */
@Component
class ConsentLog {

    private final JdbcClient jdbc;

    ConsentLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(InteractionId interaction, List<ConsentEntry> entries) {
        for (var entry : entries) {
            jdbc.sql("""
                            insert into consent_log (interaction_id, entry, at, action, actor, why, state)
                            values (:interaction, :entry, :at, :action, :actor, :why, :state)
                            """)
                    .param("interaction", interaction.value())
                    .param("entry", entry.number())
                    .param("at", Timestamp.from(entry.at()))
                    .param("action", entry.action().name())
                    .param("actor", valueOf(entry.by()), Types.OTHER)
                    .param("why", entry.why())
                    .param("state", entry.state().name())
                    .update();
        }
    }

    /** Oldest first. */
    List<ConsentEntry> of(InteractionId interaction) {
        return jdbc.sql("select * from consent_log where interaction_id = :interaction order by entry")
                .param("interaction", interaction.value())
                .query(ConsentLog::entry)
                .list();
    }

    private static ConsentEntry entry(ResultSet row, int number) throws SQLException {
        var actor = row.getObject("actor", UUID.class);
        return new ConsentEntry(
                row.getInt("entry"),
                row.getTimestamp("at").toInstant(),
                ConsentAction.valueOf(row.getString("action")),
                actor == null ? null : new UserId(actor),
                row.getString("why"),
                InteractionState.valueOf(row.getString("state")));
    }

    private static @Nullable UUID valueOf(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
