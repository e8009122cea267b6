package com.realtimeconnect.common.privacy;

import com.realtimeconnect.common.identity.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that take a person out of a schema, in order. Each must find nothing more to change when it runs again. */
public final class Scrub {

    private final List<Statement> statements = new ArrayList<>();

    /** @param sql an update or delete on {@code :person} */
    public Scrub with(String table, String sql) {
        statements.add(new Statement(table, sql));
        return this;
    }

    /** Runs them in the caller's transaction. @return the rows changed, by table */
    public Map<String, Integer> run(JdbcClient jdbc, UserId person) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var statement : statements) {
            var changed =
                    jdbc.sql(statement.sql()).param("person", person.value()).update();
            counts.merge(statement.table(), changed, Integer::sum);
        }
        return counts;
    }

    private record Statement(String table, String sql) {}
}
