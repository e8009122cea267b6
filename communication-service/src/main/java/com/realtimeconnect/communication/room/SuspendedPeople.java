package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.event.user.StandingChanged;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose rooms are shut for now; {@link RoomRepository} looks here whenever it reads a room. */
@Repository
class SuspendedPeople {

    private final JdbcClient jdbc;

    SuspendedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a change unless a newer one is known. @return whether this shut the person's rooms, or opened them again */
    boolean note(StandingChanged change) {
        var suspends = change.standing() == Standing.SUSPENDED;
        var before = jdbc.sql("select suspended from suspended_people where user_id = :user for update")
                .param("user", change.userId().value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        var isNews = jdbc.sql("""
                        insert into suspended_people (user_id, version, suspended, changed_at)
                        values (:user, :version, :suspended, :at)
                        on conflict (user_id) do update
                          set version = excluded.version, suspended = excluded.suspended, changed_at = excluded.changed_at
                          where suspended_people.version < excluded.version
                        """)
                        .param("user", change.userId().value())
                        .param("version", change.version())
                        .param("suspended", suspends)
                        .param("at", change.at().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        return isNews && before != suspends;
    }
}
