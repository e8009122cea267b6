package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every suspension there was. Whoever writes here holds the row of the account. */
@Repository
class SuspensionRepository {

    private final JdbcClient jdbc;

    SuspensionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Suspension suspension) {
        jdbc.sql("""
                        insert into suspensions (id, account_id, reason, suspended_at, suspended_by, until)
                        values (:id, :person, :reason, :at, :by, :until)
                        """)
                .param("id", suspension.id())
                .param("person", suspension.person().value())
                .param("reason", suspension.reason())
                .param("at", utc(suspension.suspendedAt()))
                .param("by", suspension.suspendedBy().value())
                .param("until", utc(suspension.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<Suspension> findRunning(UserId person) {
        return jdbc.sql("select * from suspensions where account_id = :person and ended_at is null")
                .param("person", person.value())
                .query(SuspensionRepository::suspension)
                .optional();
    }

    /** @param by null if it ends by itself */
    void end(UserId person, Instant at, @Nullable UserId by) {
        jdbc.sql("""
                        update suspensions set ended_at = :at, ended_by = :by
                        where account_id = :person and ended_at is null
                        """)
                .param("person", person.value())
                .param("at", utc(at))
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .update();
    }

    private static Suspension suspension(ResultSet row, int number) throws SQLException {
        var until = row.getObject("until", OffsetDateTime.class);
        return new Suspension(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("account_id", UUID.class)),
                row.getString("reason"),
                row.getObject("suspended_at", OffsetDateTime.class).toInstant(),
                new UserId(row.getObject("suspended_by", UUID.class)),
                until == null ? null : until.toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
