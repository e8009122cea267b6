package com.realtimeconnect.common.stomp;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets {@code perSecond} through on average and {@code burst} at once. A rate of 0 lets everything through. */
public final class TokenBucket {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int burst;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filledAt;

    public TokenBucket(double perSecond, int burst, LongSupplier nanoTime) {
        if (!(perSecond >= 0) || (perSecond > 0 && burst < 1)) {
            throw new IllegalArgumentException("A bucket needs a rate of 0 or more and a burst of 1 or more");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.tokens = burst;
        this.filledAt = nanoTime.getAsLong();
    }

    /** Takes a token and answers zero, or takes none and answers how long to wait for one. */
    public synchronized Duration tryTake() {
        if (perSecond == 0) {
            return Duration.ZERO;
        }
        var now = nanoTime.getAsLong();
        tokens = Math.min(burst, tokens + Math.max(0, now - filledAt) * perSecond / NANOS);
        filledAt = now;
        if (tokens >= 1) {
            tokens -= 1;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - tokens) * NANOS / perSecond));
    }
}
