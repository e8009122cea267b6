package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.UserId;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is kept apart from whom. A block works both ways. */
@Component
public class Blocks {

    private final JdbcClient jdbc;

    Blocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everyone whom this person blocked, and everyone who blocked this person. */
    public Set<UserId> around(UserId person) {
        return jdbc.sql("""
                        select blocked_id from users.blocks where blocker_id = :person
                        union select blocker_id from users.blocks where blocked_id = :person
                        """)
                .param("person", person.value())
                .query((row, number) -> new UserId(row.getObject(1, UUID.class)))
                .set();
    }
}
