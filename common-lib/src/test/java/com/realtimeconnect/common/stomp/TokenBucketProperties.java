package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TokenBucketProperties {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong now = new AtomicLong(-5 * SECOND);

    @Property
    void neverLetsThroughMoreThanBurstAndRate(
            @ForAll @DoubleRange(min = 0.1, max = 1000) double perSecond,
            @ForAll @IntRange(min = 1, max = 100) int burst,
            @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 1_000_000_000) Long> pauses) {
        var bucket = new TokenBucket(perSecond, burst, now::get);
        var start = now.get();
        var taken = 0;
        for (var pause : pauses) {
            now.addAndGet(pause);
            if (bucket.tryTake().isZero()) {
                taken++;
            }
        }
        var seconds = (double) (now.get() - start) / SECOND;
        assertThat((double) taken).isLessThanOrEqualTo(burst + perSecond * seconds + 1e-6);
    }

    @Property
    void letsThroughAfterTheWaitItNames(
            @ForAll @DoubleRange(min = 0.1, max = 1000) double perSecond,
            @ForAll @IntRange(min = 1, max = 100) int burst) {
        var bucket = new TokenBucket(perSecond, burst, now::get);
        for (int i = 0; i < burst; i++) {
            assertThat(bucket.tryTake()).isZero();
        }
        var wait = bucket.tryTake();
        assertThat(wait).isPositive();
        now.addAndGet(wait.toNanos() + 1);
        assertThat(bucket.tryTake()).isZero();
    }

    @Property
    void letsEverythingThroughAtRateZero(@ForAll @IntRange(max = 1000) int frames) {
        var bucket = new TokenBucket(0, 0, now::get);
        for (int i = 0; i < frames; i++) {
            assertThat(bucket.tryTake()).isZero();
        }
    }
}
