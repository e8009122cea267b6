package com.realtimeconnect.communication.rate;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.stomp.TokenBucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Caps how fast each person sends through this node, on all their devices together. Thread-safe. */
public final class RateCap {

    private static final int SWEEP_ABOVE = 10_000;

    private final RateProperties properties;
    private final LongSupplier nanoTime;
    private final Map<UserId, Sender> senders = new ConcurrentHashMap<>();
    private final AtomicLong sweptAt;

    public RateCap(RateProperties properties) {
        this(properties, System::nanoTime);
    }

    RateCap(RateProperties properties, LongSupplier nanoTime) {
        this.properties = properties;
        this.nanoTime = nanoTime;
        this.sweptAt = new AtomicLong(nanoTime.getAsLong());
    }

    /** Counts one more, or refuses it. @throws ProblemException 429 that says when to come again */
    public void take(UserId user) {
        if (properties.perSecond() == 0) {
            return;
        }
        var now = nanoTime.getAsLong();
        sweep(now);
        var sender = senders.compute(user, (id, known) -> new Sender(known == null ? bucket() : known.bucket, now));
        var wait = sender.bucket.tryTake();
        if (wait.isPositive()) {
            throw Problems.tooManyMessages(wait);
        }
    }

    int size() {
        return senders.size();
    }

    private TokenBucket bucket() {
        return new TokenBucket(properties.perSecond(), properties.burst(), nanoTime);
    }

    /** Forgets those whose bucket is full again, which is the same as never having sent. */
    private void sweep(long now) {
        var last = sweptAt.get();
        var timeToFill = (long) (Duration.ofSeconds(1).toNanos() * properties.burst() / properties.perSecond());
        if (senders.size() > SWEEP_ABOVE && now - last > timeToFill && sweptAt.compareAndSet(last, now)) {
            senders.values().removeIf(sender -> now - sender.lastSeen > timeToFill);
        }
    }

    private record Sender(TokenBucket bucket, long lastSeen) {}
}
