package com.realtimeconnect.common.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.test.StompTestClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.redis.connection.RedisServerCommands.FlushOption;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Two nodes on one Redis: whether two people are on the same or not makes no difference. */
class ReachTests {

    private static final String[] SETTINGS = {"connect.stomp.frames-per-second=0", "connect.realtime.lease=6s"};
    private static final SampleNode local = SampleNode.start(SETTINGS);
    private static final SampleNode remote = SampleNode.start(SETTINGS);

    /** So many fit in what may wait for a slow receiver, and on a busy machine a receiver is slow. */
    private static final int AT_ONCE = 1_000;

    private final UUID sender = UUID.randomUUID();
    private final UUID receiver = UUID.randomUUID();

    @AfterAll
    static void stop() {
        local.close();
        remote.close();
    }

    enum Where {
        SAME_NODE,
        OTHER_NODE;

        SampleNode node() {
            return this == SAME_NODE ? local : remote;
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheOrderOfTenThousandMessages(Where where) {
        var count = 10_000;
        try (var from = local.connect(sender);
                var to = where.node().connect(receiver)) {
            for (int i = 0; i < count; i++) {
                from.send("/app/tell", tell(i));
                if (i % AT_ONCE == AT_ONCE - 1) {
                    var last = i;
                    to.awaitEvent("told", data -> data.asInt() == last);
                }
            }
            await().until(() -> to.events("told").size() == count);
            assertThat(to.events("told"))
                    .extracting(data -> data.asInt())
                    .isEqualTo(IntStream.range(0, count).boxed().toList());
        }
    }

    @Test
    void tellsEachDeviceOnEachNodeOnce() {
        try (var from = local.connect(sender);
                var phone = local.connect(receiver);
                var laptop = remote.connect(receiver)) {
            from.sendAndAwaitReceipt("/app/tell", tell(1));
            from.sendAndAwaitReceipt("/app/tell", tell(2));
            phone.awaitEvent("told", data -> data.asInt() == 2);
            laptop.awaitEvent("told", data -> data.asInt() == 2);
            assertThat(phone.events("told")).hasSize(2);
            assertThat(laptop.frames())
                    .filteredOn(frame -> frame.body().contains("\"told\""))
                    .hasSize(2);
        }
    }

    @Test
    void reachesEachOfManyStrangersWithASingleMessage() {
        var strangers = Stream.generate(UUID::randomUUID).limit(100).toList();
        try (var from = local.connect(sender)) {
            var clients = strangers.stream().map(remote::connect).toList();
            strangers.forEach(stranger -> from.send("/app/tell", Map.of("to", stranger, "number", 1)));
            clients.forEach(client -> client.awaitEvent("told"));
            clients.forEach(StompTestClient::close);
        }
    }

    @Test
    void findsSomeoneWhoMovedToTheOtherNode() {
        try (var from = local.connect(sender)) {
            try (var before = local.connect(receiver)) {
                from.sendAndAwaitReceipt("/app/tell", tell(1));
                before.awaitEvent("told");
            }
            try (var after = remote.connect(receiver)) {
                from.sendAndAwaitReceipt("/app/tell", tell(2));
                assertThat(after.awaitEvent("told").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void findsEverybodyAgainAfterRedisLostAll() {
        try (var from = local.connect(sender);
                var to = remote.connect(receiver)) {
            local.bean(StringRedisTemplate.class).execute((RedisCallback<String>) connection -> {
                connection.serverCommands().flushAll(FlushOption.SYNC);
                return "emptied";
            });
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                from.send("/app/tell", tell(7));
                return !to.events("told").isEmpty();
            });
        }
    }

    @Test
    void knowsWhoIsConnectedAnywhere() {
        var relay = local.bean(UserRelay.class);
        assertThat(relay.isConnected(new UserId(receiver))).isFalse();
        try (var to = remote.connect(receiver)) {
            assertThat(relay.isConnected(new UserId(receiver))).isTrue();
        }
        await().until(() -> !relay.isConnected(new UserId(receiver)));
    }

    @Test
    void closesSocketsOnBothNodes() {
        try (var phone = local.connect(receiver);
                var laptop = remote.connect(receiver)) {
            local.bean(UserRelay.class).closeSockets(new UserId(receiver), CloseCode.SUSPENDED);
            assertThat(phone.awaitClose()).isEqualTo(4502);
            assertThat(laptop.awaitClose()).isEqualTo(4502);
        }
    }

    @Test
    void closesTheOldestSocketWhereverItIs() {
        try (var first = remote.connect(receiver);
                var second = local.connect(receiver);
                var third = remote.connect(receiver);
                var fourth = local.connect(receiver);
                var fifth = remote.connect(receiver);
                var sixth = local.connect(receiver)) {
            assertThat(first.awaitClose()).isEqualTo(4503);
            assertThat(new StompTestClient[] {second, third, fourth, fifth, sixth})
                    .noneMatch(StompTestClient::isClosed);
        }
    }

    private Map<String, Object> tell(int number) {
        return Map.of("to", receiver, "number", number);
    }
}
