package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What has to happen in time, with short times. */
class DeadlineTests {

    private static final SampleNode node =
            SampleNode.start("connect.stomp.heartbeat=1s", "connect.stomp.silence=3s", "connect.stomp.token-grace=1s");

    private final UUID userId = UUID.randomUUID();

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void closesASilentSocket() {
        try (var client = node.connect(userId)) {
            assertThat(client.awaitClose()).isEqualTo(4012);
        }
    }

    @Test
    void keepsASocketThatBeats() {
        try (var client = node.connect(userId)) {
            await().during(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        client.sendText("\n");
                        return !client.isClosed();
                    });
        }
    }

    @Test
    void beatsForWhoAsksForIt() {
        try (var client = StompTestClient.open(node.endpoint())) {
            client.sendFrame(
                    "CONNECT",
                    Map.of(
                            "accept-version",
                            "1.2",
                            "heart-beat",
                            "0,1000",
                            "Authorization",
                            "Bearer " + TestTokens.person(userId, "female")),
                    "");
            await().until(() -> client.heartbeats() >= 2);
        }
    }

    @Test
    void closesASocketSomeTimeAfterItsTokenRanOut() {
        var token = TestTokens.person(userId, "female", UUID.randomUUID(), Duration.ofSeconds(1));
        try (var client = StompTestClient.subscribed(node.endpoint(), token)) {
            assertThat(client.awaitFrame("ERROR").json().path("code").asString())
                    .isEqualTo("invalid-token");
            assertThat(client.awaitClose()).isEqualTo(4501);
        }
    }

    @Test
    void keepsASocketWhoseTokenWasRefreshed() {
        var token = TestTokens.person(userId, "female", UUID.randomUUID(), Duration.ofSeconds(1));
        try (var client = StompTestClient.subscribed(node.endpoint(), token)) {
            client.sendAndAwaitReceipt("/app/auth/refresh", Map.of("accessToken", TestTokens.person(userId, "female")));
            await().during(Duration.ofSeconds(4))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        client.sendText("\n");
                        return !client.isClosed();
                    });
        }
    }
}
