package com.realtimeconnect.common.privacy;

import com.realtimeconnect.common.identity.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a schema has erased: its table {@code erased_people}, which its triggers ask about whatever arrives. Asking and noting
 * take turns by a lock on the person, until the transaction ends, so that nothing slips in between.
 */
public class ErasedPeople {

    private final JdbcClient jdbc;
    private final Clock clock;

    ErasedPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits for whatever about this person is being written at this moment; what comes later finds the note. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(UserId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('person ' || :person, 0))")
                .param("person", person.toString())
                .query((row, number) -> number)
                .single();
        jdbc.sql("insert into erased_people (user_id, erased_at) values (:person, :now) on conflict do nothing")
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
