package com.realtimeconnect.common.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures how long the oldest undelivered fact has been waiting, in seconds: the first sign of a neighbour that is down. */
class OutboxAge implements MeterBinder {

    private final JdbcClient jdbc;
    private final Set<String> handlerNames;

    OutboxAge(JdbcClient jdbc, Set<String> handlerNames) {
        this.jdbc = jdbc;
        this.handlerNames = handlerNames;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("connect.outbox.age", this, OutboxAge::oldest)
                .baseUnit("seconds")
                .description("Age of the oldest fact that is not delivered yet")
                .register(registry);
    }

    private double oldest() {
        if (handlerNames.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        select coalesce(extract(epoch from now() - min(created_at)), 0)
                        from scheduled_tasks where task_name in (:names)
                        """).param("names", handlerNames).query(Double.class).single();
    }
}
