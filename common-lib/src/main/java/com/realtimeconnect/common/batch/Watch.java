package com.realtimeconnect.common.batch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Looks a little later whether somebody waits for too long, once for all who wait: a time limit on the wait of each would
 * wake the timer's thread twice for every one of them. Thread-safe.
 */
final class Watch {

    /** Whoever is overdue is seen after one of these, or two. */
    static final Duration PAUSE = Duration.ofMillis(10);

    private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);

    private final BooleanSupplier look;
    private final AtomicBoolean isSet = new AtomicBoolean();

    /** @param look must not block; tells whether somebody waits still */
    Watch(BooleanSupplier look) {
        this.look = look;
    }

    /** Somebody waits. */
    void set() {
        if (isSet.compareAndSet(false, true)) {
            LATER.execute(this::lookAround);
        }
    }

    private void lookAround() {
        isSet.set(false);
        if (look.getAsBoolean()) {
            set();
        }
    }
}
