package com.realtimeconnect.load.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long things took, counted from when they should have begun: whoever is late because the one before was slow, is late.
 * Two digits are exact. For one thread at a time.
 */
public final class Latencies {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
    private static final double NANOS_IN_A_MILLI = 1e6;

    private final Histogram nanos = new Histogram(LONGEST, 2);

    public void record(long duration) {
        nanos.recordValue(Math.clamp(duration, 0, LONGEST));
    }

    public long count() {
        return nanos.getTotalCount();
    }

    /** In milliseconds. */
    public double percentile(double percent) {
        return nanos.getValueAtPercentile(percent) / NANOS_IN_A_MILLI;
    }

    /** In milliseconds. */
    public double longest() {
        return nanos.getMaxValue() / NANOS_IN_A_MILLI;
    }

    /** As a person reads it. */
    @Override
    public String toString() {
        return "p50 %.1f, p95 %.1f, p99 %.1f, p99.9 %.1f, longest %.0f ms"
                .formatted(percentile(50), percentile(95), percentile(99), percentile(99.9), longest());
    }
}
