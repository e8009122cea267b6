package com.realtimeconnect.communication.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.test.IntegrationTest;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The cap as it is configured by default. */
@IntegrationTest
class SendingTooFastTests {

    @LocalServerPort
    private int port;

    @Test
    void capsHowFastOnePersonSendsOverRestAndStompTogether() {
        var api = new ChatApi(port);
        var couple = api.couple();
        var hers = api.connect(couple.womanToken());
        for (int i = 0; i < 10; i++) {
            hers.sendAndAwaitReceipt(couple.app("send"), Map.of("clientMessageId", "s-" + i, "body", "Hello"));
        }
        var outcomes = new ArrayList<ChatApi.Answer>();
        for (int i = 0; i < 40; i++) {
            outcomes.add(api.send(couple, couple.womanToken(), "r-" + i, "Hello"));
        }

        var refused = outcomes.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.outcome()).isEqualTo("429 too-many-messages");
            assertThat(answer.body().path("retryAfterSeconds").asLong()).isPositive();
        });
        assertThat(outcomes).filteredOn(answer -> answer.status() == 201).hasSizeGreaterThanOrEqualTo(10);
        assertThat(api.send(couple, couple.manToken(), "c", "And I?").status()).isEqualTo(201);
    }

    @Test
    void countsTypingApartFromMessages() {
        var api = new ChatApi(port);
        var couple = api.couple();
        var hers = api.connect(couple.womanToken());

        for (int i = 0; i < 40; i++) {
            hers.send(couple.app("typing"), Map.of());
        }

        assertThat(hers.awaitError().path("code").asString()).isEqualTo("too-many-messages");
        hers.sendAndAwaitReceipt(couple.app("send"), Map.of("clientMessageId", "c-1", "body", "Hello"));
    }

    @Test
    void refusesOverStompWithTheTimeToWait() {
        var api = new ChatApi(port);
        var couple = api.couple();
        var hers = api.connect(couple.womanToken());

        for (int i = 0; i < 40; i++) {
            hers.send(couple.app("send"), Map.of("clientMessageId", "s-" + i, "body", "Hello"));
        }

        var problem = hers.awaitError();
        assertThat(problem.path("code").asString()).isEqualTo("too-many-messages");
        assertThat(problem.path("retryAfterSeconds").asLong()).isPositive();
        assertThat(hers.isClosed()).isFalse();
    }
}
