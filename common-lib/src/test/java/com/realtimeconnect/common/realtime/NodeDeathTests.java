package com.realtimeconnect.common.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.common.sample.SampleProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A node that is killed takes nothing with it but its sockets. */
class NodeDeathTests {

    private static final String SHORT_LEASE = "connect.realtime.lease=3s";

    private final UUID receiver = UUID.randomUUID();

    @Test
    void leavesRoutesThatSoonCountForNothing() throws IOException {
        try (var living = SampleNode.start(SHORT_LEASE);
                var dying = SampleProcess.start(List.of(), List.of("-XX:TieredStopAtLevel=1"), SHORT_LEASE);
                var from = living.connect(UUID.randomUUID());
                var before = dying.connect(receiver)) {
            from.sendAndAwaitReceipt("/app/tell", Map.of("to", receiver, "number", 1));
            before.awaitEvent("told");
            dying.kill();
            from.sendAndAwaitReceipt("/app/tell", Map.of("to", receiver, "number", 2));
            try (var after = living.connect(receiver)) {
                from.sendAndAwaitReceipt("/app/tell", Map.of("to", receiver, "number", 3));
                assertThat(after.awaitEvent("told").asInt()).isEqualTo(3);
            }
            var relay = living.bean(UserRelay.class);
            await().pollInterval(Duration.ofMillis(500)).until(() -> !relay.isConnected(new UserId(receiver)));
            var routes = living.bean(RealtimeKeys.class).routes(new UserId(receiver));
            await().pollInterval(Duration.ofMillis(500)).until(() -> {
                from.sendAndAwaitReceipt("/app/tell", Map.of("to", receiver, "number", 4));
                return !living.bean(StringRedisTemplate.class).hasKey(routes);
            });
        }
    }
}
