package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.realtime.LocalSessions;
import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A receiver that does not read is closed, and nobody else notices it. */
class SlowReaderTests {

    private static final SampleNode node = SampleNode.start();
    private static final SampleNode roomyNode =
            SampleNode.start("connect.stomp.backlog=64MB", "connect.stomp.backlog-time=2s");

    private final UUID slow = UUID.randomUUID();
    private final UUID quick = UUID.randomUUID();

    @AfterAll
    static void stop() {
        node.close();
        roomyNode.close();
    }

    @Test
    void closesWhoseBacklogIsTooLarge() {
        try (var sender = node.connect(UUID.randomUUID());
                var reader = node.connect(quick);
                var deaf = connectDeaf(node)) {
            sender.send("/app/pour", pour(slow, 4000, 1000));
            sender.sendAndAwaitReceipt("/app/pour", pour(quick, 100, 1000));
            await().until(() -> reader.events("poured").size() == 100);
            assertThat(awaitCloseReading(deaf)).isEqualTo(4008);
        }
    }

    @Test
    void closesWhoseBacklogIsTooOld() {
        try (var sender = roomyNode.connect(UUID.randomUUID());
                var deaf = connectDeaf(roomyNode)) {
            // More than the kernels of both sides take, and less than the queue does.
            sender.sendAndAwaitReceipt("/app/pour", pour(slow, 500, 20_000));
            assertThat(isOpen(roomyNode)).isTrue();
            await().until(() -> !isOpen(roomyNode));
            assertThat(awaitCloseReading(deaf)).isEqualTo(4008);
        }
    }

    private boolean isOpen(SampleNode where) {
        return where.bean(LocalSessions.class).of(new UserId(slow)).stream().anyMatch(StompSession::isOpen);
    }

    private static int awaitCloseReading(StompTestClient deaf) {
        await().until(() -> {
            deaf.startReading();
            return deaf.isClosed();
        });
        return deaf.awaitClose();
    }

    private StompTestClient connectDeaf(SampleNode where) {
        var deaf = StompTestClient.open(where.endpoint(), false, Function.identity());
        deaf.connect(TestTokens.person(slow, "male"));
        deaf.sendFrame("SUBSCRIBE", Map.of("id", "1", "destination", "/user/queue/events"), "");
        await().until(() ->
                !where.bean(LocalSessions.class).of(new UserId(slow)).isEmpty());
        return deaf;
    }

    private static Map<String, Object> pour(UUID to, int count, int size) {
        return Map.of("to", to, "count", count, "size", size);
    }
}
