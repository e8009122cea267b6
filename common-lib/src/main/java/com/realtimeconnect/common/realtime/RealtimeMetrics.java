package com.realtimeconnect.common.realtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What an operator sees of the reach across nodes. */
final class RealtimeMetrics {

    private final MeterRegistry registry;
    private final Timer relayed;

    RealtimeMetrics(MeterRegistry registry) {
        this.registry = registry;
        relayed = Timer.builder("connect.realtime.relay")
                .description("From a send on one node to its delivery on another, by the clocks of both")
                .register(registry);
    }

    void relayed(Duration time) {
        relayed.record(time);
    }

    /** A message did not reach the node it was for. */
    void lost(String reason) {
        registry.counter("connect.realtime.lost", "reason", reason).increment();
    }
}
