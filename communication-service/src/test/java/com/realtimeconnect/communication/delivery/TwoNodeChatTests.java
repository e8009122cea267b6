package com.realtimeconnect.communication.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatNode;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people on two nodes see no difference to one. */
@ChatTest
class TwoNodeChatTests {

    private static final int MESSAGES_EACH = 1_000;

    @LocalServerPort
    private int port;

    private static ChatApi remote = new ChatApi(0);
    private static AutoCloseable remoteNode = () -> {};
    private ChatApi local = new ChatApi(0);

    @BeforeAll
    static void startSecondNode() {
        var node = ChatNode.start("CHAT_RATE_PER_SECOND=0", "CHAT_RESUME_GRACE=3s");
        remoteNode = node;
        remote = node.api();
    }

    @AfterAll
    static void stopSecondNode() throws Exception {
        remoteNode.close();
    }

    @BeforeEach
    void reach() {
        local = new ChatApi(port);
    }

    @Test
    void tellsEverythingAcrossNodes() {
        var couple = Couple.create();
        var hers = local.connect(couple.womanToken());
        var herPhone = remote.connect(couple.womanToken());
        var his = remote.connect(couple.manToken());
        for (var client : List.of(hers, herPhone, his)) {
            client.awaitEvent("state");
        }

        local.open(couple);
        for (var client : List.of(hers, herPhone, his)) {
            client.awaitEvent("room-opened");
        }
        hers.sendAndAwaitReceipt(couple.app("send"), Map.of("clientMessageId", "c-1", "body", "Hello"));
        var told = his.awaitEvent("message");
        assertThat(told).isEqualTo(hers.awaitEvent("message")).isEqualTo(herPhone.awaitEvent("message"));
        his.sendAndAwaitReceipt(couple.app("typing"), Map.of());
        assertThat(hers.awaitEvent("typing").path("senderId").asString())
                .isEqualTo(couple.man().toString());
        his.sendAndAwaitReceipt(couple.app("read"), Map.of("upToSeq", 1));
        assertThat(hers.awaitEvent("read").path("upToSeq").asLong()).isEqualTo(1);
        remote.delete(couple.path("/messages/" + told.path("messageId").asString()), couple.womanToken());
        hers.awaitEvent("message-deleted");
        remote.close(couple.roomId(), Map.of("reason", "removed"));
        hers.awaitEvent("room-closed");

        his.assertNoEvent("typing", Duration.ofMillis(300));
        assertThat(his.events("read")).isEmpty();
        for (var client : List.of(hers, herPhone, his)) {
            assertThat(client.events("message")).hasSize(1);
            client.drop();
        }
    }

    @Test
    void givesBothTheSameGapFreeChatWhileTheirSocketsAreCutAtRandom()
            throws InterruptedException, ExecutionException, TimeoutException {
        var couple = local.couple();
        var nodes = List.of(local, remote);
        var woman = new Chatter("w", couple, couple.womanToken(), nodes, MESSAGES_EACH, 2 * MESSAGES_EACH);
        var man = new Chatter("m", couple, couple.manToken(), nodes, MESSAGES_EACH, 2 * MESSAGES_EACH);

        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(people.submit(woman), people.submit(man));
            for (var person : both) {
                person.get(90, TimeUnit.SECONDS);
            }
        }

        assertThat(woman.read()).isEqualTo(man.read());
        assertThat(woman.read()).isEqualTo(local.history(couple, couple.manToken()));
        assertThat(woman.read().stream().map(message -> message.path("seq").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2 * MESSAGES_EACH).boxed().toList());
        for (var name : List.of("w", "m")) {
            assertThat(woman.read().stream()
                            .map(message -> message.path("body").asString())
                            .filter(body -> body.startsWith(name + " ")))
                    .containsExactlyElementsOf(IntStream.range(0, MESSAGES_EACH)
                            .mapToObj(i -> name + " " + i)
                            .toList());
        }
        assertThat(woman.cuts() + man.cuts()).as("sockets cut").isGreaterThan(10);
    }
}
