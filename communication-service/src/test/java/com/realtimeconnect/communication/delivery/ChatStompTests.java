package com.realtimeconnect.communication.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Everything one node promises to connected people. */
@ChatTest
class ChatStompTests {

    private static final Duration A_MOMENT = Duration.ofMillis(300);

    @LocalServerPort
    private int port;

    private final List<StompTestClient> clients = new ArrayList<>();
    private ChatApi api = new ChatApi(0);
    private Couple couple = Couple.between(UUID.randomUUID(), UUID.randomUUID());

    @BeforeEach
    void openRoom() {
        api = new ChatApi(port);
        couple = api.couple();
    }

    @AfterEach
    void hangUp() {
        clients.forEach(StompTestClient::drop);
    }

    @Test
    void tellsAMessageToEveryDeviceOfBoth() {
        var hers = connect(couple.womanToken());
        var herPhone = connect(couple.womanToken());
        var his = connect(couple.manToken());

        hers.sendAndAwaitReceipt(couple.app("send"), message("c-1", "Hello"));

        for (var client : List.of(hers, herPhone, his)) {
            var told = client.awaitEvent("message");
            assertThat(told.path("roomId").asString()).isEqualTo(couple.roomId().toString());
            assertThat(told.path("seq").asLong()).isEqualTo(1);
            assertThat(told.path("clientMessageId").asString()).isEqualTo("c-1");
            assertThat(told.path("senderId").asString())
                    .isEqualTo(couple.woman().toString());
            assertThat(told.path("body").asString()).isEqualTo("Hello");
            assertThat(told).isEqualTo(api.history(couple, couple.manToken()).getFirst());
        }
    }

    @Test
    void confirmsToTheSenderBeforeItTellsAnyone() {
        var hers = connect(couple.womanToken());

        for (int i = 0; i < 5; i++) {
            hers.sendAndAwaitReceipt(couple.app("send"), message("c-" + i, "Hello"));
            hers.awaitEvent("message");
        }

        var order = hers.frames().stream()
                .filter(frame ->
                        frame.command().equals("RECEIPT") || frame.body().contains("\"message\""))
                .map(StompTestClient.Frame::command)
                .skip(2) // the receipts of the two subscriptions
                .toList();
        assertThat(order).hasSize(10);
        for (int i = 0; i < order.size(); i++) {
            assertThat(order.get(i)).isEqualTo(i % 2 == 0 ? "RECEIPT" : "MESSAGE");
        }
    }

    @Test
    void tellsARepeatedMessageToNobody() {
        var hers = connect(couple.womanToken());
        var his = connect(couple.manToken());
        hers.sendAndAwaitReceipt(couple.app("send"), message("c-1", "Hello"));
        his.awaitEvent("message");

        hers.sendAndAwaitReceipt(couple.app("send"), message("c-1", "Hello"));
        assertThat(hers.sendRefused(couple.app("send"), message("c-1", "Goodbye"))
                        .path("code")
                        .asString())
                .isEqualTo("client-message-id-reused");
        hers.sendAndAwaitReceipt(couple.app("send"), message("c-2", "Next"));

        assertThat(his.awaitEvent("message").path("seq").asLong()).isEqualTo(2);
        assertThat(his.events("message")).hasSize(2);
    }

    @Test
    void tellsWhatWasSentOverRest() {
        var his = connect(couple.manToken());

        var sent = api.send(couple, couple.womanToken(), "c-1", "Hello").body();

        assertThat(his.awaitEvent("message")).isEqualTo(sent);
    }

    @Test
    void beginsWithTheWholeTruth() {
        api.send(couple, couple.womanToken(), "c-1", "Hello");
        api.send(couple, couple.womanToken(), "c-2", "You");

        var state =
                StompTestClient.subscribed(api.endpoint(), couple.manToken()).awaitEvent("state");

        assertThat(state.path("complete").asBoolean()).isTrue();
        var room = state.path("rooms").path(0);
        assertThat(room.path("roomId").asString()).isEqualTo(couple.roomId().toString());
        assertThat(room.path("lastSeq").asLong()).isEqualTo(2);
        assertThat(room.path("unread").asLong()).isEqualTo(2);
        assertThat(room.path("open").asBoolean()).isTrue();
        assertThat(room.path("peer").path("displayName").asString()).isEqualTo("Ada");
    }

    @Test
    void givesEverythingThatWasMissedAndThenWhatIsNew() {
        for (int i = 1; i <= 120; i++) {
            sendHers("c-" + i);
        }
        var his = connect(couple.manToken());

        his.sendAndAwaitReceipt(couple.app("resume"), Map.of("afterSeq", 5));
        assertThat(his.awaitEvent("resumed").path("upToSeq").asLong()).isEqualTo(120);
        sendHers("c-121");
        his.awaitEvent("message", data -> data.path("seq").asLong() == 121);

        assertThat(seqsTold(his)).containsExactlyElementsOf(numbers(6, 121));
        var types = his.frames().stream()
                .filter(frame -> frame.command().equals("MESSAGE"))
                .map(frame -> frame.json().path("type").asString())
                .toList();
        assertThat(types.indexOf("resumed"))
                .as("after the missed, before the new")
                .isEqualTo(types.size() - 2);
    }

    @Test
    void resumesWhereNothingWasMissed() {
        var his = connect(couple.manToken());

        his.sendAndAwaitReceipt(couple.app("resume"), Map.of("afterSeq", 0));

        var resumed = his.awaitEvent("resumed");
        assertThat(resumed.path("roomId").asString()).isEqualTo(couple.roomId().toString());
        assertThat(resumed.path("upToSeq").asLong()).isZero();
    }

    @Test
    void holdsNewMessagesBackUntilAReturningClientHasResumed() {
        sendHers("c-1");
        sendHers("c-2");
        var his = connect(couple.manToken());
        sendHers("c-3");

        his.send(couple.app("resume"), Map.of("afterSeq", 1));
        his.awaitEvent("resumed");
        sendHers("c-4");
        his.awaitEvent("message", data -> data.path("seq").asLong() == 4);

        assertThat(seqsTold(his)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void letsMessagesThroughToAClientThatDoesNotResume() {
        sendHers("c-1");
        var his = connect(couple.manToken());

        sendHers("c-2");
        sendHers("c-3");
        his.awaitEvent("message", data -> data.path("seq").asLong() == 3);

        assertThat(seqsTold(his)).containsExactly(2L, 3L);
    }

    @Test
    void givesAReaderOfManyLongMessagesTheTimeItNeeds() {
        for (int i = 1; i <= 150; i++) {
            sendHers("c-" + i, "x".repeat(4_000));
        }
        var his = connect(couple.manToken());

        his.send(couple.app("resume"), Map.of("afterSeq", 0));
        his.awaitEvent("resumed");

        assertThat(seqsTold(his)).containsExactlyElementsOf(numbers(1, 150));
        assertThat(his.isClosed()).isFalse();
    }

    @Test
    void feedsARoomToThoseInIt() {
        var his = StompTestClient.connect(api.endpoint(), couple.manToken());
        clients.add(his);
        his.subscribe(couple.feed());
        var stranger = connect(TestTokens.person(Couple.person("male"), "male"));

        stranger.sendFrame("SUBSCRIBE", Map.of("id", "feed", "destination", couple.feed(), "receipt", "r-feed"), "");
        assertThat(stranger.awaitError("r-feed").path("code").asString()).isEqualTo("not-found");
        api.send(couple, couple.womanToken(), "c-1", "Hello");

        assertThat(his.awaitEvent("message").path("seq").asLong()).isEqualTo(1);
        stranger.assertNoEvent("message", A_MOMENT);
    }

    @Test
    void tellsTypingToEverybodyButTheSocketThatTypes() {
        var hers = connect(couple.womanToken());
        var herPhone = connect(couple.womanToken());
        var his = connect(couple.manToken());

        hers.sendAndAwaitReceipt(couple.app("typing"), "");

        for (var client : List.of(herPhone, his)) {
            var told = client.awaitEvent("typing");
            assertThat(told.path("roomId").asString()).isEqualTo(couple.roomId().toString());
            assertThat(told.path("senderId").asString())
                    .isEqualTo(couple.woman().toString());
        }
        hers.assertNoEvent("typing", A_MOMENT);
    }

    @Test
    void movesTheReadMarkForwardOnly() {
        for (int i = 1; i <= 3; i++) {
            sendHers("c-" + i);
        }
        var hers = connect(couple.womanToken());
        var his = connect(couple.manToken());
        var hisPhone = connect(couple.manToken());

        his.sendAndAwaitReceipt(couple.app("read"), Map.of("upToSeq", 2));
        for (var client : List.of(hers, hisPhone)) {
            var told = client.awaitEvent("read");
            assertThat(told.path("readerId").asString()).isEqualTo(couple.man().toString());
            assertThat(told.path("upToSeq").asLong()).isEqualTo(2);
        }
        his.sendAndAwaitReceipt(couple.app("read"), Map.of("upToSeq", 1));
        his.sendAndAwaitReceipt(couple.app("read"), Map.of("upToSeq", 2));
        hers.sendAndAwaitReceipt(couple.app("typing"), "{}");
        his.awaitEvent("typing");

        assertThat(hers.events("read")).hasSize(1);
        his.assertNoEvent("read", A_MOMENT);
        var room = api.get("/api/rooms", couple.manToken()).body().path("items").path(0);
        assertThat(room.path("lastReadSeq").asLong()).isEqualTo(2);
        assertThat(room.path("unread").asLong()).isEqualTo(1);
        assertThat(api.get("/api/rooms", couple.womanToken())
                        .body()
                        .path("items")
                        .path(0)
                        .path("peerReadSeq")
                        .asLong())
                .isEqualTo(2);
        assertThat(his.sendRefused(couple.app("read"), Map.of("upToSeq", 4))
                        .path("code")
                        .asString())
                .isEqualTo("seq-out-of-range");
    }

    @Test
    void tellsOfADeletedMessageAndShowsItsTombstoneToWhoResumes() {
        sendHers("c-1");
        var message = sendHers("c-2");
        var his = connect(couple.manToken());

        api.delete(couple.path("/messages/" + message.path("messageId").asString()), couple.womanToken());

        var told = his.awaitEvent("message-deleted");
        assertThat(told.path("seq").asLong()).isEqualTo(2);
        assertThat(told.path("messageId")).isEqualTo(message.path("messageId"));
        his.send(couple.app("resume"), Map.of("afterSeq", 1));
        var tombstone = his.awaitEvent("message");
        assertThat(tombstone.path("body").isNull()).isTrue();
        assertThat(tombstone.path("deletedAt").isString()).isTrue();
    }

    @Test
    void tellsOfARoomThatOpensAndCloses() {
        var woman = Couple.person("female");
        var man = Couple.person("male");
        var later = Couple.between(woman, man);
        var hers = connect(later.womanToken());
        var his = connect(later.manToken());

        api.open(later);
        api.open(later);
        var opened = his.awaitEvent("room-opened");
        assertThat(opened.path("roomId").asString()).isEqualTo(later.roomId().toString());
        assertThat(opened.path("peer").path("userId").asString()).isEqualTo(woman.toString());
        hers.sendAndAwaitReceipt(later.app("send"), message("c-1", "Hello"));
        assertThat(his.awaitEvent("message").path("seq").asLong()).isEqualTo(1);

        api.close(later.roomId(), Map.of("reason", "removed"));
        var closed = hers.awaitEvent("room-closed");
        assertThat(closed.propertyNames()).containsExactlyInAnyOrder("roomId", "closedAt");
        his.awaitEvent("room-closed");
        for (var command : List.of("send", "typing")) {
            var payload = command.equals("send") ? message("c-2", "Are you there?") : Map.of();
            assertThat(hers.sendRefused(later.app(command), payload)
                            .path("code")
                            .asString())
                    .isEqualTo("room-closed");
        }
        assertThat(hers.events("room-opened")).hasSize(1);
    }

    @Test
    void doesNotTellTheOtherWhatIsReadInAClosedRoom() {
        sendHers("c-1");
        var hers = connect(couple.womanToken());
        var his = connect(couple.manToken());
        var hisPhone = connect(couple.manToken());
        api.close(couple.roomId(), Map.of("reason", "removed"));

        his.sendAndAwaitReceipt(couple.app("read"), Map.of("upToSeq", 1));

        hisPhone.awaitEvent("read");
        hers.assertNoEvent("read", A_MOMENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            send   | {"clientMessageId":"c"}                            | validation-failed
            send   | {"body":"a"}                                       | validation-failed
            send   | {"clientMessageId":"a b","body":"a"}               | validation-failed
            send   | {"clientMessageId":"c","body":" "}                 | validation-failed
            send   | {"clientMessageId":"c","body":"a\\u0000b"}         | validation-failed
            send   | {"clientMessageId":"c","body":"a","senderId":"x"}  | unknown-field
            send   | {"clientMessageId":"c","body":"a"                  | malformed-body
            send   | []                                                 | malformed-body
            typing | {"to":"him"}                                       | unknown-field
            typing | nonsense                                           | malformed-body
            read   | {}                                                 | validation-failed
            read   | {"upToSeq":null}                                   | validation-failed
            read   | {"upToSeq":-1}                                     | validation-failed
            read   | {"upToSeq":1}                                      | seq-out-of-range
            read   | {"upToSeq":0,"readerId":"x"}                       | unknown-field
            resume | {}                                                 | validation-failed
            resume | {"afterSeq":-1}                                    | validation-failed
            resume | {"afterSeq":1}                                     | seq-out-of-range
            resume | {"afterSeq":0,"upToSeq":1}                         | unknown-field
            """)
    void refusesABadCommandAndKeepsTheSocket(String command, String payload, String code) {
        var hers = connect(couple.womanToken());

        assertThat(hers.sendRefused(couple.app(command), payload).path("code").asString())
                .isEqualTo(code);

        hers.sendAndAwaitReceipt(couple.app("send"), message("c-1", "Still here"));
        assertThat(api.history(couple, couple.manToken())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read {\"upToSeq\":\"1\"}",
                "read {\"upToSeq\":0.5}",
                "resume {\"afterSeq\":\"0\"}",
                "resume {\"afterSeq\":[]}"
            })
    void refusesANumberThatIsNone(String command) {
        var hers = connect(couple.womanToken());
        var parts = command.split(" ", 2);

        assertThat(hers.sendRefused(couple.app(parts[0]), parts[1])
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            send   | {"clientMessageId":"c","body":"a"}
            typing | {}
            read   | {"upToSeq":0}
            resume | {"afterSeq":0}
            """)
    void doesNotExistForAStranger(String command, String payload) {
        var his = connect(couple.manToken());
        var stranger = connect(TestTokens.person(Couple.person("female"), "female"));

        var foreign = stranger.sendRefused(couple.app(command), payload);
        var nowhere = stranger.sendRefused("/app/rooms/nowhere/" + command, payload);

        assertThat(foreign.path("code").asString()).isEqualTo("not-found");
        assertThat(nowhere.path("detail")).isEqualTo(foreign.path("detail"));
        his.assertNoEvent("typing", A_MOMENT);
        assertThat(api.history(couple, couple.manToken())).isEmpty();
    }

    @Test
    void refusesALongMessage() {
        var hers = connect(couple.womanToken());

        assertThat(hers.sendRefused(couple.app("send"), message("c-1", "a".repeat(4_001)))
                        .path("code")
                        .asString())
                .isEqualTo("too-large");
        hers.sendAndAwaitReceipt(couple.app("send"), message("c-1", "\uD83D\uDE00".repeat(4_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/topic/rooms", "/topic/rooms/*", "/topic/users/x", "/user/queue/rooms", "/user/x/queue/events"})
    void closesOnADestinationThatIsNotThere(String destination) {
        var hers = connect(couple.womanToken());

        hers.sendFrame("SUBSCRIBE", Map.of("id", "x", "destination", destination), "");

        hers.awaitFrame("ERROR");
        assertThat(hers.awaitClose()).isEqualTo(4504);
    }

    @Test
    void answersSockJsToo() {
        var info = api.get("/chat-sockjs/info", null);

        assertThat(info.status()).isEqualTo(200);
        assertThat(info.body().path("websocket").asBoolean()).isTrue();
    }

    @Test
    void measuresHowLongAMessageTakes() {
        var his = connect(couple.manToken());
        sendHers("c-1");
        his.awaitEvent("message");

        await().untilAsserted(() -> assertThat(
                        api.call("GET", "/actuator/prometheus", null, null).text())
                .contains("connect_chat_delivery_seconds_count{path=\"live\"}"));
    }

    private StompTestClient connect(String token) {
        var client = api.connect(token);
        clients.add(client);
        client.awaitEvent("state");
        return client;
    }

    private JsonNode sendHers(String name) {
        return sendHers(name, "Hello");
    }

    private JsonNode sendHers(String name, String body) {
        return api.send(couple, couple.womanToken(), name, body).body();
    }

    private static Map<String, String> message(String clientMessageId, String body) {
        return Map.of("clientMessageId", clientMessageId, "body", body);
    }

    private static List<Long> seqsTold(StompTestClient client) {
        return client.frames().stream()
                .filter(frame -> frame.command().equals("MESSAGE"))
                .map(StompTestClient.Frame::json)
                .filter(event -> event.path("type").asString().equals("message"))
                .map(event -> event.path("data").path("seq").asLong())
                .toList();
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
