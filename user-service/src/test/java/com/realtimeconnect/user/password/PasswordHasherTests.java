package com.realtimeconnect.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.secret.ProductionGuard;
import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class PasswordHasherTests {

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Logger log = LoggerFactory.getLogger(PasswordHasherTests.class);
    private static final int ROUNDS = 6;

    @Test
    void knowsItsHashes() {
        try (var hasher = hasher(4, 1, 8)) {
            var hash = hasher.hash("violet-harbour-41");
            assertThat(hasher.matches("violet-harbour-41", hash)).isTrue();
            assertThat(hasher.matches("violet-harbour-42", hash)).isFalse();
            assertThat(hasher.matches("violet-harbour-41", null)).isFalse();
            assertThat(hasher.isOutdated(hash)).isFalse();
        }
        try (var dearer = hasher(5, 1, 8);
                var cheaper = hasher(4, 1, 8)) {
            assertThat(dearer.isOutdated(cheaper.hash("violet-harbour-41"))).isTrue();
            assertThat(cheaper.isOutdated(dearer.hash("violet-harbour-41"))).isFalse();
        }
    }

    @Test
    void readsNothingPastTheLimitAsRight() {
        try (var hasher = hasher(4, 1, 8)) {
            var longest = "x".repeat(72);
            assertThat(hasher.matches(longest, hasher.hash(longest))).isTrue();
            assertThat(hasher.matches(longest + "y", hasher.hash(longest))).isFalse();
        }
    }

    /**
     * What counts is the work of this process, which other programs of the machine do not change. What else it does comes and
     * goes, so that one good round of several will do: a way around the hash would show as a multiple in each.
     */
    @Test
    void takesAsLongForNobodyAsForSomebodyAndForACheaperHash() {
        try (var hasher = hasher(9, 1, 8);
                var former = hasher(6, 1, 8)) {
            var own = hasher.hash("violet-harbour-41");
            var cheaper = former.hash("violet-harbour-41");
            work(hasher, own);
            var good = false;
            for (var round = 0; round < ROUNDS && !good; round++) {
                var wrongPassword = work(hasher, own);
                var nobody = work(hasher, null);
                var wrongPasswordOfOldHash = work(hasher, cheaper);
                log.info(
                        "A wrong password costs {} ms of work, nobody's {}, one with an old hash {}",
                        wrongPassword / 1_000_000,
                        nobody / 1_000_000,
                        wrongPasswordOfOldHash / 1_000_000);
                good = isLike(wrongPassword, nobody) && isLike(wrongPassword, wrongPasswordOfOldHash);
            }
            assertThat(good).isTrue();
        }
    }

    private static boolean isLike(long one, long other) {
        return other > 0.7 * one && other < 1.4 * one;
    }

    private static long work(PasswordHasher hasher, @Nullable String hash) {
        var start = MACHINE.getProcessCpuTime();
        for (var done = 0; done < 20; done++) {
            assertThat(hasher.matches("a-wrong-password", hash)).isFalse();
        }
        return MACHINE.getProcessCpuTime() - start;
    }

    @Test
    void turnsAwayWhomItCannotServeSoon() throws Exception {
        try (var hasher = hasher(10, 1, 2);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<String>>();
            for (var i = 0; i < 12; i++) {
                tries.add(() -> hasher.hash("violet-harbour-41"));
            }
            var served = 0;
            var refused = 0;
            for (Future<String> hash : threads.invokeAll(tries)) {
                try {
                    hash.get();
                    served++;
                } catch (ExecutionException turnedAway) {
                    assertThat(turnedAway.getCause()).isInstanceOf(ProblemException.class);
                    var problem = (ProblemException) turnedAway.getCause();
                    assertThat(problem.type().code()).isEqualTo("busy");
                    assertThat(problem.type().status()).isEqualTo(503);
                    assertThat(problem.retryAfter()).isPositive();
                    refused++;
                }
            }
            assertThat(served).isBetween(3, 11);
            assertThat(refused).isEqualTo(12 - served);
        }
    }

    @Test
    void refusesACheapCostInProduction() {
        var cheap = new PasswordProperties(11, 1, 8, Duration.ofSeconds(1));
        assertThatThrownBy(() ->
                        new PasswordHasher(cheap, new ProductionGuard(true, List.of()), new SimpleMeterRegistry()))
                .hasMessageContaining("BCRYPT_COST");
    }

    private static PasswordHasher hasher(int cost, int concurrency, int queue) {
        return new PasswordHasher(
                new PasswordProperties(cost, concurrency, queue, Duration.ofSeconds(20)),
                new ProductionGuard(false, List.of()),
                new SimpleMeterRegistry());
    }
}
