package com.realtimeconnect.common.stomp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;

/** What an operator sees of the endpoint. */
final class StompMetrics {

    private final MeterRegistry registry;
    private final Timer commands;
    private final Counter dropped;

    StompMetrics(MeterRegistry registry) {
        this.registry = registry;
        commands = Timer.builder("connect.stomp.commands")
                .description("From a command read to its effect and its receipt")
                .register(registry);
        dropped = Counter.builder("connect.stomp.outbound.dropped")
                .description("Frames not told to a receiver that was too slow")
                .register(registry);
    }

    void watch(Collection<?> connections) {
        Gauge.builder("connect.stomp.sockets", connections, Collection::size)
                .description("Sockets of this node, those not logged in yet included")
                .register(registry);
    }

    void commandDone(long nanos) {
        commands.record(Duration.ofNanos(nanos));
    }

    void refused(String reason) {
        registry.counter("connect.stomp.frames.refused", "reason", reason).increment();
    }

    void closed(int code) {
        registry.counter("connect.stomp.closes", "code", Integer.toString(code)).increment();
    }

    void dropped(int frames) {
        dropped.increment(frames);
    }
}
