package com.realtimeconnect.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PairedTimesTests {

    private static final Duration LIMIT = Duration.ofNanos(500_000);

    @Test
    void seesADifference() {
        assertThat(PairedTimes.difference(PairedTimesTests::spin, () -> {}, LIMIT))
                .isGreaterThan(LIMIT);
        assertThat(PairedTimes.difference(() -> {}, PairedTimesTests::spin, LIMIT))
                .isGreaterThan(LIMIT);
    }

    @Test
    void seesNoneBetweenEquals() {
        assertThat(PairedTimes.difference(PairedTimesTests::spin, PairedTimesTests::spin, LIMIT))
                .isLessThan(LIMIT);
    }

    private static void spin() {
        var until = System.nanoTime() + 2 * LIMIT.toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
