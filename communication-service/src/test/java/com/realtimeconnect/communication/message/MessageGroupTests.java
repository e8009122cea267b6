package com.realtimeconnect.communication.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import com.realtimeconnect.communication.room.Rooms;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Messages that are written together are what they would be one by one. */
@ChatTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class MessageGroupTests {

    private final MessageLog log;
    private final Rooms rooms;
    private final TransactionOperations transactions;

    @LocalServerPort
    private int port;

    private ChatApi api = new ChatApi(0);
    private Couple first = Couple.between(UUID.randomUUID(), UUID.randomUUID());
    private Couple second = Couple.between(UUID.randomUUID(), UUID.randomUUID());

    MessageGroupTests(MessageLog log, Rooms rooms, TransactionOperations transactions) {
        this.log = log;
        this.rooms = rooms;
        this.transactions = transactions;
    }

    @BeforeEach
    void openRooms() {
        api = new ChatApi(port);
        first = api.couple();
        second = api.couple();
    }

    @Test
    void areNumberedInEachRoomInTheirOrder() {
        api.send(first, first.manToken(), "before", "Before");

        var written = log.writeTogether(List.of(
                draft(first, first.woman(), "a", "One"),
                draft(second, second.man(), "a", "Two"),
                draft(first, first.man(), "a", "Three"),
                draft(first, first.woman(), "b", "Four")));

        assertThat(written.stream()
                        .map(Supplier::get)
                        .map(WrittenMessage::message)
                        .map(Message::seq))
                .containsExactly(2L, 1L, 3L, 4L);
        assertThat(bodies(first)).containsExactly("Before", "One", "Three", "Four");
        assertThat(bodies(second)).containsExactly("Two");
        assertThat(api.history(first, first.womanToken()))
                .extracting(message -> message.path("sentAt").asString())
                .isSorted();
    }

    @Test
    void countAsUnreadForTheOther() {
        log.writeTogether(List.of(
                draft(first, first.woman(), "a", "One"),
                draft(first, first.man(), "a", "Two"),
                draft(first, first.woman(), "b", "Three")));

        assertThat(unread(first.manToken())).isEqualTo(2);
        assertThat(unread(first.womanToken())).isEqualTo(1);
    }

    @Test
    void areOneMessageUnderOneName() {
        var sent = api.send(first, first.womanToken(), "sent", "Sent");

        var written = log.writeTogether(List.of(
                draft(first, first.woman(), "a", "One"),
                draft(first, first.woman(), "a", "One"),
                draft(first, first.woman(), "sent", "Sent")));

        assertThat(written.get(1).get().message())
                .isEqualTo(written.get(0).get().message());
        assertThat(written.get(2).get().message().messageId().toString())
                .isEqualTo(sent.body().path("messageId").asString());
        assertThat(written.stream().map(Supplier::get).map(WrittenMessage::isNew))
                .containsExactly(true, false, false);
        assertThat(bodies(first)).containsExactly("Sent", "One");
    }

    @Test
    void harmNobodyElseWhenTheyAreRefused() {
        api.close(second.roomId(), Map.of("reason", "removed"));

        var written = log.writeTogether(List.of(
                draft(first, first.woman(), "a", "One"),
                draft(first, first.woman(), "a", "Another under this name"),
                draft(second, second.woman(), "a", "Too late"),
                draft(first, second.woman(), "a", "From a stranger"),
                draft(first, first.man(), "a", "Two")));

        assertThat(written.get(0).get().isNew()).isTrue();
        assertThat(written.get(4).get().message().seq()).isEqualTo(2);
        for (var refused : List.of(1, 2, 3)) {
            assertThatThrownBy(written.get(refused)::get).isInstanceOf(ProblemException.class);
        }
        assertThat(bodies(first)).containsExactly("One", "Two");
    }

    @Test
    void waitForNoRoomInWhichSomebodyElseWrites() throws Exception {
        var locked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            other.execute(() -> transactions.executeWithoutResult(status -> {
                rooms.lockForMember(new RoomId(first.roomId()), new UserId(first.man()));
                locked.countDown();
                awaitQuietly(done);
            }));
            assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();

            var written = log.writeTogether(
                    List.of(draft(first, first.woman(), "a", "Later"), draft(second, second.woman(), "a", "At once")));

            assertThat(bodies(second)).containsExactly("At once");
            assertThat(bodies(first)).isEmpty();
            done.countDown();
            assertThat(written.get(0).get().message().seq()).isEqualTo(1);
        }
        assertThat(bodies(first)).containsExactly("Later");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Draft draft(Couple couple, UUID sender, String name, String body) {
        return new Draft(new RoomId(couple.roomId()), new UserId(sender), name, new MessageBody(body));
    }

    private List<String> bodies(Couple couple) {
        return api.history(couple, couple.womanToken()).stream()
                .map(message -> message.path("body"))
                .map(JsonNode::asString)
                .toList();
    }

    private int unread(String token) {
        return api.get("/api/rooms", token)
                .body()
                .path("items")
                .path(0)
                .path("unread")
                .asInt();
    }
}
