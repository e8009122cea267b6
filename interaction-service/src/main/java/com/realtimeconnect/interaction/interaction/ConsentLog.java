package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.interaction.interaction.InteractionWriter.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Remembers who let what happen. Lines are only ever added, in the transaction of the change itself. */
@Component
class ConsentLog {

    private static final String APPEND = """
            insert into consent_log (interaction_id, entry, at, action, actor, why, state)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    ConsentLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries of all these steps. */
    void append(List<Step> steps) {
        var lines = steps.stream()
                .flatMap(step -> step.entries().stream()
                        .map(entry -> new Line(step.view().id(), entry)))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(APPEND, lines, lines.size(), (statement, line) -> {
            var entry = line.entry();
            statement.setObject(1, line.interaction().value());
            statement.setInt(2, entry.number());
            statement.setTimestamp(3, Timestamp.from(entry.at()));
            statement.setString(4, entry.action().name());
            statement.setObject(5, valueOf(entry.by()), Types.OTHER);
            statement.setString(6, entry.why());
            statement.setString(7, entry.state().name());
        });
    }

    private record Line(InteractionId interaction, ConsentEntry entry) {}

    /** Oldest first. */
    List<ConsentEntry> of(InteractionId interaction) {
        return jdbc.query(
                "select * from consent_log where interaction_id = ? order by entry",
                ConsentLog::entry,
                interaction.value());
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
