package com.realtimeconnect.communication.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateCapTests {

    private final AtomicLong nanos = new AtomicLong();
    private final UserId user = UserId.next();

    @Test
    void letsABurstThroughAndThenTheRate() {
        var rate = rate(5);
        for (int i = 0; i < 20; i++) {
            rate.take(user);
        }

        assertThatThrownBy(() -> rate.take(user)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.type().code()).isEqualTo("too-many-messages");
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(200));
        });
        nanos.addAndGet(Duration.ofMillis(200).toNanos());
        assertThatCode(() -> rate.take(user)).doesNotThrowAnyException();
    }

    @Test
    void countsEachPersonAlone() {
        var rate = rate(5);
        for (int i = 0; i < 20; i++) {
            rate.take(user);
        }

        assertThatCode(() -> rate.take(UserId.next())).doesNotThrowAnyException();
    }

    @Test
    void isSwitchedOffByZero() {
        var rate = rate(0);

        for (int i = 0; i < 1_000; i++) {
            rate.take(user);
        }
        assertThat(rate.size()).isZero();
    }

    @Test
    void forgetsThoseWhoFellSilent() {
        var rate = rate(5);
        for (int i = 0; i < 10_001; i++) {
            rate.take(UserId.next());
        }

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        rate.take(user);

        assertThat(rate.size()).isEqualTo(1);
    }

    private RateCap rate(double perSecond) {
        return new RateCap(new RateProperties(perSecond, 20), nanos::get);
    }
}
