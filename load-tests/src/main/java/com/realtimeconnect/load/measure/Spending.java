package com.realtimeconnect.load.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Processor time of a while, by who spent it. */
public final class Spending {

    private final Map<ProcessGroup, Long> before = new EnumMap<>(ProcessGroup.class);
    private final long startedAt = System.nanoTime();

    private Spending() {
        for (var group : ProcessGroup.values()) {
            before.put(group, group.processorMicros());
        }
    }

    public static Spending start() {
        return new Spending();
    }

    /** Microseconds of these since the start. */
    public long micros(ProcessGroup... groups) {
        var sum = 0L;
        for (var group : groups) {
            sum += group.processorMicros() - Objects.requireNonNull(before.get(group));
        }
        return sum;
    }

    public long allMicros() {
        return micros(ProcessGroup.values());
    }

    /** Of one core, since the start. */
    public double share(ProcessGroup... groups) {
        return micros(groups) * 1_000.0 / (System.nanoTime() - startedAt);
    }
}
