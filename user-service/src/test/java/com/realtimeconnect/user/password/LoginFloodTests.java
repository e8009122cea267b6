package com.realtimeconnect.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.user.SecondNode;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A node at the real cost of bcrypt, under far more logins than it can check. */
@ExtendWith(OutputCaptureExtension.class)
class LoginFloodTests {

    private static final Logger log = LoggerFactory.getLogger(LoginFloodTests.class);
    private static final int LOGINS_PER_SECOND = 200;
    private static final int ROUNDS = 10;
    private static final Duration ROUND = Duration.ofSeconds(1);
    /** A machine that builds and tests other things at the same time is this late by itself. */
    private static final long LATE_ANYWAY_MILLIS = 250;

    /** One round of several has to be good: what a flood does to a node it does in each, what the machine does, in some. */
    @Test
    void staysQuickForEverybodyElseWhileLoginsFlood(CapturedOutput output) throws Exception {
        try (var node =
                SecondNode.start("BCRYPT_COST=12", "connect.passwords.bcrypt-cost=12", "connect.passwords.queue=8")) {
            var api = new UserApi(() -> SecondNode.port(node));
            var token = api.woman().accessToken();
            var answers = new ConcurrentLinkedQueue<Answer>();
            // What is done for the first time is slow by itself.
            measure(api, token);
            measureFlooded(api, token, answers);
            var good = false;
            for (var round = 0; round < ROUNDS && !good; round++) {
                var idle = slowestOfHundred(measure(api, token));
                var flooded = slowestOfHundred(measureFlooded(api, token, answers));
                log.info(
                        "GET /auth/me, p99: {} ms idle, {} ms under {} wrong logins/s",
                        idle,
                        flooded,
                        LOGINS_PER_SECOND);
                good = flooded <= Math.max(2 * idle, LATE_ANYWAY_MILLIS);
            }
            assertThat(good).isTrue();
            assertThat(output).as("a line for each would be a flood, too").doesNotContain("Request not served");
            assertThat(answers).isNotEmpty().allSatisfy(LoginFloodTests::assertRefused);
            assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
            assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(503));
        }
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isIn(401, 503);
        if (answer.status() == 503) {
            assertThat(answer.code()).isEqualTo("busy");
            assertThat(answer.header("retry-after")).isNotNull();
        }
    }

    /** Logins come at their own pace, however slowly they are answered. */
    private static List<Long> measureFlooded(UserApi api, String token, ConcurrentLinkedQueue<Answer> answers) {
        try (var logins = Executors.newVirtualThreadPerTaskExecutor();
                var pace = Executors.newSingleThreadScheduledExecutor()) {
            var flood = pace.scheduleAtFixedRate(
                    () -> logins.execute(
                            () -> answers.add(api.logIn(UUID.randomUUID() + "@example.org", "a-wrong-password"))),
                    0,
                    TimeUnit.SECONDS.toMicros(1) / LOGINS_PER_SECOND,
                    TimeUnit.MICROSECONDS);
            var times = measure(api, token);
            flood.cancel(false);
            return times;
        }
    }

    private static List<Long> measure(UserApi api, String token) {
        var times = new ArrayList<Long>();
        var deadline = System.nanoTime() + ROUND.toNanos();
        while (System.nanoTime() < deadline) {
            var start = System.nanoTime();
            assertThat(api.get("/auth/me", token).status()).isEqualTo(200);
            times.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        Collections.sort(times);
        return times;
    }

    private static long slowestOfHundred(List<Long> sorted) {
        return sorted.get(sorted.size() * 99 / 100);
    }
}
