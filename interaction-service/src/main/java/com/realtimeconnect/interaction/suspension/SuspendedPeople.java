package com.realtimeconnect.interaction.suspension;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.identity.UserId;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is suspended. A suspension and the opening of an interaction of the same person take turns by a lock in the database:
 * either the suspension finds the interaction and ends it, or the opening finds the suspension and is refused.
 */
@Component
public class SuspendedPeople {

    private final JdbcClient jdbc;

    SuspendedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a change unless a newer one is known. @return whether the person is suspended now */
    @Transactional
    public boolean note(StandingChanged change) {
        lock("pg_advisory_xact_lock", Set.of(change.userId()));
        jdbc.sql("""
                        insert into suspended_people (user_id, version, suspended, changed_at)
                        values (:user, :version, :suspended, :at)
                        on conflict (user_id) do update
                          set version = excluded.version, suspended = excluded.suspended, changed_at = excluded.changed_at
                          where suspended_people.version < excluded.version
                        """)
                .param("user", change.userId().value())
                .param("version", change.version())
                .param("suspended", change.standing() == Standing.SUSPENDED)
                .param("at", Timestamp.from(change.at()))
                .update();
        return !suspendedOf(Set.of(change.userId())).isEmpty();
    }

    /** Until the transaction ends none of these can be suspended. @throws SuspendedPersonException if one is */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireNone(Collection<UserId> users) {
        lock("pg_advisory_xact_lock_shared", users);
        var suspended = suspendedOf(users);
        if (!suspended.isEmpty()) {
            throw new SuspendedPersonException(suspended);
        }
    }

    private void lock(String function, Collection<UserId> users) {
        jdbc.sql("select %s(hashtextextended('suspension of ' || id, 0)) from unnest(:users) as id".formatted(function))
                .param("users", users.stream().map(UserId::toString).toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    private Set<UserId> suspendedOf(Collection<UserId> users) {
        return jdbc.sql("select user_id from suspended_people where suspended and user_id = any(:users)")
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .set();
    }
}
