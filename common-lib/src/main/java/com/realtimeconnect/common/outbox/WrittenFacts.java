package com.realtimeconnect.common.outbox;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of facts that need the scheduler no more. */
final class WrittenFacts {

    private static final Logger log = LoggerFactory.getLogger(WrittenFacts.class);

    private final JdbcClient jdbc;

    WrittenFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Crosses out what was delivered. What the scheduler has in hand by now, and all of it if the database is away, stays
     * and comes twice.
     */
    void crossOut(String handlerName, List<String> instances) {
        try {
            jdbc.sql("""
                            delete from scheduled_tasks
                            where task_name = :name and task_instance = any(:instances) and not picked""")
                    .param("name", handlerName)
                    .param("instances", instances.toArray(String[]::new))
                    .update();
        } catch (RuntimeException | Error notNow) {
            log.atWarn()
                    .addKeyValue("delivery", handlerName)
                    .addKeyValue("facts", instances.size())
                    .addKeyValue("error", notNow.getMessage())
                    .log("Delivered facts cannot be crossed out, and come twice");
        }
    }
}
