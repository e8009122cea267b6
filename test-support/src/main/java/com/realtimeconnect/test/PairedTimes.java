package com.realtimeconnect.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether two calls take equally long, though the machine is busy with other things: each is timed right after the
 * other, so that what slows one down mostly slows both, and the median of their differences is taken over as many pairs
 * as it needs to settle. A difference that is there stays, however many there are.
 */
public final class PairedTimes {

    private static final int AT_A_TIME = 40;
    private static final int MOST = 400;

    private PairedTimes() {}

    /** The median of the differences, of either sign; measuring goes on only while it is above the limit. */
    public static Duration difference(Runnable one, Runnable other, Duration limit) {
        var differences = new ArrayList<Long>();
        Duration median;
        do {
            for (var pair = 0; pair < AT_A_TIME; pair++) {
                differences.add(pair % 2 == 0 ? nanosOf(one) - nanosOf(other) : -(nanosOf(other) - nanosOf(one)));
            }
            median = Duration.ofNanos(median(differences)).abs();
        } while (median.compareTo(limit) > 0 && differences.size() < MOST);
        return median;
    }

    private static long nanosOf(Runnable call) {
        var start = System.nanoTime();
        call.run();
        return System.nanoTime() - start;
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }
}
