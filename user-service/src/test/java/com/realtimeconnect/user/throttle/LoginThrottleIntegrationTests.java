package com.realtimeconnect.user.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.test.IntegrationTest;
import com.realtimeconnect.test.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestConstructor;

@IntegrationTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class LoginThrottleIntegrationTests {

    private final MutableClock clock = MutableClock.start();
    private final String subject = UUID.randomUUID().toString();
    private final String address = UUID.randomUUID().toString();
    private final StringRedisTemplate redis;

    LoginThrottleIntegrationTests(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Test
    void doublesTheWaitUpToALimit() {
        var throttle = throttle(2, 0);
        throttle.begin(subject, address);
        throttle.begin(subject, address);
        for (var expected : new int[] {1, 2, 4, 8, 8, 8}) {
            assertThat(waitOf(throttle)).isEqualTo(Duration.ofSeconds(expected));
            clock.advance(Duration.ofSeconds(expected));
            throttle.begin(subject, address);
        }
    }

    @Test
    void countsTriesFromOneAddressOnWhateverAccounts() {
        var throttle = throttle(0, 3);
        for (var i = 0; i < 3; i++) {
            throttle.begin("somebody-" + i, address);
        }
        assertThatThrownBy(() -> throttle.begin("somebody-else", address)).isInstanceOf(ProblemException.class);
        throttle.begin("somebody-else", UUID.randomUUID().toString());
    }

    @Test
    void countsIpv6AddressesOfOneHouseholdTogether() {
        var throttle = throttle(0, 2);
        throttle.begin("a", "2001:db8:1:2:3:4:5:6");
        throttle.begin("b", "2001:db8:1:2:ffff:4:5:6");
        assertThatThrownBy(() -> throttle.begin("c", "2001:db8:1:2:0:0:0:1")).isInstanceOf(ProblemException.class);
        throttle.begin("c", "2001:db8:1:3:0:0:0:1");
    }

    @Test
    void holdsNothingAgainstWhoWasRight() {
        var throttle = throttle(2, 2);
        for (var i = 0; i < 6; i++) {
            throttle.begin(subject, address).succeed();
        }
        throttle.begin(subject, address);
        throttle.begin(subject, address).succeed();
        throttle.begin(subject, address).withdraw();
        throttle.begin(subject, address);
    }

    @Test
    void doesNotLetAGoodLoginWipeTheAddressOfAGuesser() {
        var throttle = throttle(0, 3);
        throttle.begin("victim-1", address);
        throttle.begin("own", address).succeed();
        throttle.begin("victim-2", address);
        throttle.begin("own", address).succeed();
        throttle.begin("victim-3", address);
        assertThatThrownBy(() -> throttle.begin("own", address)).isInstanceOf(ProblemException.class);
    }

    @Test
    void cannotBeOvertakenByManyTriesAtOnce() throws Exception {
        var throttle = throttle(5, 0);
        var tries = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 50; i++) {
            tries.add(() -> {
                try {
                    throttle.begin(subject, address);
                    return true;
                } catch (ProblemException refused) {
                    return false;
                }
            });
        }
        var let = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> outcome : threads.invokeAll(tries)) {
                let += outcome.get() ? 1 : 0;
            }
        }
        assertThat(let).isEqualTo(5);
    }

    @Test
    void keepsNobodyOutOfTheirOwnNetworkBecauseStrangersGuess() {
        var throttle = throttle(2, 0);
        throttle.beginLogin(subject, address).succeed();
        var strangers = UUID.randomUUID().toString();
        throttle.beginLogin(subject, strangers);
        throttle.beginLogin(subject, strangers);
        assertThatThrownBy(() -> throttle.beginLogin(subject, strangers)).isInstanceOf(ProblemException.class);
        var elsewhere = UUID.randomUUID().toString();
        assertThatThrownBy(() -> throttle.beginLogin(subject, elsewhere)).isInstanceOf(ProblemException.class);

        throttle.beginLogin(subject, address).succeed();

        assertThatThrownBy(() -> throttle.beginLogin(subject, strangers)).isInstanceOf(ProblemException.class);
    }

    @Test
    void slowsDownGuessingFromTheirOwnNetworkJustSo() {
        var throttle = throttle(2, 0);
        throttle.beginLogin(subject, address).succeed();
        throttle.beginLogin(subject, address);
        throttle.beginLogin(subject, address);
        assertThatThrownBy(() -> throttle.beginLogin(subject, address)).isInstanceOf(ProblemException.class);
        throttle.beginLogin(subject, UUID.randomUUID().toString());
    }

    @Test
    void forgetsByItselfAndKeepsNoNames() {
        var throttle = throttle(2, 2);
        throttle.begin(subject, address);
        throttle.beginLogin(subject, address).succeed();
        var keys = redis.keys("login:attempts:*");
        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(key).doesNotContain(subject, address);
            assertThat(redis.getExpire(key)).isPositive();
        });
    }

    private Duration waitOf(LoginThrottle throttle) {
        try {
            throttle.begin(subject, address);
            return Duration.ZERO;
        } catch (ProblemException refused) {
            var wait = refused.retryAfter();
            return wait == null ? Duration.ZERO : wait;
        }
    }

    private LoginThrottle throttle(int accountAttempts, int addressAttempts) {
        var properties = new ThrottleProperties(
                accountAttempts,
                addressAttempts,
                Duration.ofSeconds(1),
                Duration.ofSeconds(8),
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                List.of());
        return new LoginThrottle(
                new AttemptCounter(redis, properties, clock),
                new FamiliarNetworks(redis, properties),
                properties,
                new SimpleMeterRegistry());
    }
}
