package com.realtimeconnect.journeys;

import java.time.Duration;
import java.util.List;

/** How long something took in each of many tries. */
final class Delays {

    private Delays() {}

    /** Prints how they are spread, after words that say of what they are, and tells what 99 of 100 did not exceed. */
    static Duration report(String what, List<Duration> delays) {
        var sorted = delays.stream().sorted().toList();
        var p99 = sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
        System.out.printf(
                "%s, %d tries: median %d ms, p99 %d ms, longest %d ms%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2).toMillis(),
                p99.toMillis(),
                sorted.getLast().toMillis());
        return p99;
    }
}
