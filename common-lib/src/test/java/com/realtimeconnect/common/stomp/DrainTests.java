package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.test.StompTestClient;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A node that stops sends its sockets elsewhere. */
class DrainTests {

    @Test
    void tellsEverySocketWhenToComeBack() {
        var clients = new ArrayList<StompTestClient>();
        try (var node = SampleNode.start()) {
            for (int i = 0; i < 20; i++) {
                clients.add(node.connect(UUID.randomUUID()));
            }
        }
        for (var client : clients) {
            assertThat(client.awaitClose()).isEqualTo(4000);
            var reason = JsonMapper.shared().readTree(client.awaitCloseReason());
            assertThat(reason.path("retryAfterMs").asInt(-1)).isBetween(0, 30_000);
        }
    }

    @Test
    void letsNobodyInWhileItDrains() {
        try (var node = SampleNode.start();
                var before = node.connect(UUID.randomUUID())) {
            node.bean(StompEndpoint.class).drain(true);
            assertThatThrownBy(() -> StompTestClient.open(node.endpoint())).hasStackTraceContaining("503");
            before.sendAndAwaitReceipt("/app/nothing", "");
        }
    }
}
