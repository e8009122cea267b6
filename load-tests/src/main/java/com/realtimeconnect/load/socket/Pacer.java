package com.realtimeconnect.load.socket;

/** Does what is due, when it is due. */
@FunctionalInterface
public interface Pacer {

    /** Nothing is ever due. */
    Pacer IDLE = now -> Long.MAX_VALUE;

    /**
     * Does all that is due by now.
     *
     * @param now as {@link System#nanoTime} says
     * @return in how many nanoseconds the next is due
     */
    long run(long now);
}
