package com.realtimeconnect.interaction.interaction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many interactions are live, by state. Every node tells the number of the whole fleet: take the maximum, not the sum. */
@Component
class InteractionMetrics implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(InteractionMetrics.class);

    private final JdbcClient jdbc;

    InteractionMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var state : InteractionState.values()) {
            if (state != InteractionState.ENDED) {
                Gauge.builder("connect.interactions.live", () -> count(state))
                        .tag("state", state.name())
                        .description("Live interactions of the whole fleet")
                        .register(registry);
            }
        }
    }

    /** Counts in the index of the living. */
    private double count(InteractionState state) {
        try {
            return jdbc.sql("select count(*) from interactions where state <> 'ENDED' and state = :state")
                    .param("state", state.name())
                    .query(Long.class)
                    .single();
        } catch (DataAccessException unreachable) {
            log.atDebug().setCause(unreachable).log("Live interactions cannot be counted");
            return Double.NaN;
        }
    }
}
