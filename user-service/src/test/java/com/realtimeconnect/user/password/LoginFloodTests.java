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
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node at the real cost of bcrypt, under far more logins than it can check. */
class LoginFloodTests {

    private static final Logger log = LoggerFactory.getLogger(LoginFloodTests.class);

    @Test
    void staysQuickForEverybodyElseWhileLoginsFlood() throws Exception {
        try (var node =
                SecondNode.start("BCRYPT_COST=12", "connect.passwords.bcrypt-cost=12", "connect.passwords.queue=8")) {
            var api = new UserApi(() -> SecondNode.port(node));
            var woman = api.woman();
            var answers = new ConcurrentLinkedQueue<Answer>();
            var over = new AtomicBoolean();
            List<Long> times;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var i = 0; i < 14; i++) {
                    threads.execute(() -> flood(api, answers, over));
                }
                times = measure(api, woman.accessToken());
                over.set(true);
            }

            var median = times.get(times.size() / 2) / 1_000_000;
            var slowest = times.getLast() / 1_000_000;
            log.info(
                    "GET /auth/me under {} flooding logins: median {} ms, slowest {} ms",
                    answers.size(),
                    median,
                    slowest);
            assertThat(median).isLessThan(250);
            assertThat(slowest).isLessThan(3_000);
            assertThat(answers).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.status()).isIn(401, 503);
                if (answer.status() == 503) {
                    assertThat(answer.code()).isEqualTo("busy");
                    assertThat(answer.header("retry-after")).isNotNull();
                }
            });
            assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
            assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(503));
        }
    }

    private static void flood(UserApi api, ConcurrentLinkedQueue<Answer> answers, AtomicBoolean over) {
        while (!over.get() && answers.size() < 5_000) {
            answers.add(api.logIn(UUID.randomUUID() + "@example.org", "a-wrong-password"));
        }
    }

    private static List<Long> measure(UserApi api, String token) {
        var times = new ArrayList<Long>();
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < deadline) {
            var start = System.nanoTime();
            assertThat(api.get("/auth/me", token).status()).isEqualTo(200);
            times.add(System.nanoTime() - start);
        }
        Collections.sort(times);
        return times;
    }
}
