package com.realtimeconnect.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EvenPaceTests {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final List<Long> due = new ArrayList<>();
    private final EvenPace pace = new EvenPace(1_000, 4, (number, at) -> due.add(at / MILLI));

    @Test
    void doesTheFirstAtOnceAndSaysWhenTheNextIsDue() {
        assertThat(pace.run(0)).isEqualTo(MILLI);
        assertThat(due).containsExactly(0L);
    }

    /** Or a stack that stalls would make its own latencies look good. */
    @Test
    void keepsTheTimesAtWhichThingsWereDueWhenItIsLate() {
        pace.run(0);
        pace.run(3 * MILLI);
        assertThat(due).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void isOverAfterTheLast() {
        pace.run(0);
        assertThat(pace.isOver()).isFalse();
        pace.run(100 * MILLI);
        assertThat(pace.run(101 * MILLI)).isEqualTo(Long.MAX_VALUE);
        assertThat(pace.isOver()).isTrue();
        assertThat(due).hasSize(4);
    }

    @Test
    void doesNothingMoreWhenItIsStopped() {
        pace.run(0);
        pace.stop();
        pace.run(100 * MILLI);
        assertThat(due).hasSize(1);
    }
}
