package com.realtimeconnect.user.audit;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where everything that admins do is written, in the transaction that does it. The table is not this service's own (see
 * {@code deploy/postgres/audit.sql}): its role may add lines and read them.
 */
@Component
public class AuditTrail {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param person about whom, or null
     * @param subject about which report, suspension or appeal, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(UserId admin, AuditAction action, @Nullable UserId person, @Nullable UUID subject, String reason) {
        jdbc.sql("""
                        insert into audit.entries (id, at, admin_id, action, person_id, subject_id, reason)
                        values (:id, :at, :admin, :action, :person, :subject, :reason)
                        """)
                .param("id", Uuids.next())
                .param("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .param("admin", admin.value())
                .param("action", action.wireName())
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("subject", subject, Types.OTHER)
                .param("reason", reason)
                .update();
    }

    /** Newest first. */
    Page<AuditEntry> page(PageRequest page) {
        var cursor = page.cursor();
        var rows = jdbc.sql("select * from audit.entries where id < :before order by id desc limit :limit")
                .param("before", cursor == null ? AFTER_ALL : cursor.uuid(0))
                .param("limit", page.limit() + 1)
                .query(AuditTrail::entry)
                .list();
        return Page.of(rows, page.limit(), entry -> entry, entry -> Cursor.of(entry.entryId()));
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new UserId(row.getObject("admin_id", UUID.class)),
                row.getString("action"),
                person == null ? null : new UserId(person),
                row.getObject("subject_id", UUID.class),
                row.getString("reason"));
    }
}
