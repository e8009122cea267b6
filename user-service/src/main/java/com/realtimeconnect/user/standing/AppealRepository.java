package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One text at most for each suspension. */
@Repository
class AppealRepository {

    private final JdbcClient jdbc;

    AppealRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if there is one for this suspension */
    boolean insert(Appeal appeal) {
        return jdbc.sql("""
                        insert into appeals (id, suspension_id, account_id, text, created_at, state)
                        values (:id, :suspension, :person, :text, :at, 'open') on conflict (suspension_id) do nothing
                        """)
                        .param("id", appeal.id())
                        .param("suspension", appeal.suspensionId())
                        .param("person", appeal.person().value())
                        .param("text", appeal.text())
                        .param("at", utc(appeal.createdAt()))
                        .update()
                > 0;
    }

    Optional<Appeal> find(UUID id) {
        return jdbc.sql("select * from appeals where id = :id")
                .param("id", id)
                .query(AppealRepository::appeal)
                .optional();
    }

    Optional<Appeal> findOf(UUID suspensionId) {
        return jdbc.sql("select * from appeals where suspension_id = :suspension")
                .param("suspension", suspensionId)
                .query(AppealRepository::appeal)
                .optional();
    }

    /** Oldest first, from the one after {@code after}. */
    List<Appeal> find(Collection<AppealState> states, UUID after, int limit) {
        return jdbc.sql("select * from appeals where state in (:states) and id > :after order by id limit :limit")
                .param("states", states.stream().map(AppealState::wireName).toList())
                .param("after", after)
                .param("limit", limit)
                .query(AppealRepository::appeal)
                .list();
    }

    /**
     * Answers the appeal of this suspension, if there is one that waits.
     *
     * @param by null if nobody answered
     */
    boolean resolve(UUID suspensionId, AppealState outcome, Instant at, @Nullable UserId by, @Nullable String answer) {
        return jdbc.sql("""
                        update appeals set state = :state, resolved_at = :at, resolved_by = :by, answer = :answer
                        where suspension_id = :suspension and state = 'open'
                        """)
                        .param("suspension", suspensionId)
                        .param("state", outcome.wireName())
                        .param("at", utc(at))
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .param("answer", answer, Types.VARCHAR)
                        .update()
                > 0;
    }

    private static Appeal appeal(ResultSet row, int number) throws SQLException {
        var resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
        var resolvedBy = row.getObject("resolved_by", UUID.class);
        return new Appeal(
                row.getObject("id", UUID.class),
                row.getObject("suspension_id", UUID.class),
                new UserId(row.getObject("account_id", UUID.class)),
                row.getString("text"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                AppealState.of(row.getString("state")),
                resolvedAt == null ? null : resolvedAt.toInstant(),
                resolvedBy == null ? null : new UserId(resolvedBy),
                row.getString("answer"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
