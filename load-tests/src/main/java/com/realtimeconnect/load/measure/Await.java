package com.realtimeconnect.load.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for something that others do. */
public final class Await {

    private static final long LOOK_EVERY = Duration.ofMillis(5).toNanos();

    private Await() {}

    /** @return whether it came true in time */
    public static boolean until(Duration patience, BooleanSupplier isSo) {
        var end = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return isSo.getAsBoolean();
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return true;
    }

    /** Lets time go by. */
    public static void pass(Duration time) {
        until(time, () -> false);
    }
}
