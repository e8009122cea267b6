package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StompEndpointTests {

    private static final SampleNode node = SampleNode.start("connect.security.allowed-origins=https://app.example");
    private static final Map<String, Object> HELLO = Map.of("text", "hello", "times", 1);

    private final UUID userId = UUID.randomUUID();

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void tellsStateThenWhatWasKeptThenTheReceipt() {
        try (var client = node.connect(userId)) {
            assertThat(client.frames())
                    .extracting(frame -> frame.command().equals("MESSAGE")
                            ? frame.json().path("type").asString()
                            : frame.command())
                    .containsExactly("CONNECTED", "RECEIPT", "state", "kept", "kept", "RECEIPT");
            assertThat(client.awaitEvent("state").path("userId").asString()).isEqualTo(userId.toString());
        }
    }

    @Test
    void answersACommandAfterItsEffect() {
        try (var client = node.connect(userId)) {
            client.sendAndAwaitReceipt("/app/echo", HELLO);
            assertThat(client.frames())
                    .extracting(StompTestClient.Frame::command)
                    .endsWith("MESSAGE", "RECEIPT");
            assertThat(client.awaitEvent("echoed").path("text").asString()).isEqualTo("hello");
        }
    }

    @Test
    void describesWhatGoesOverItsSockets() throws Exception {
        var address = URI.create("http://localhost:" + node.port() + "/v3/asyncapi");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            var document = JsonMapper.shared().readTree(answer.body());

            assertThat(document.at("/channels/app.rooms.roomId.send/address").asString())
                    .isEqualTo("/app/rooms/{roomId}/send");
            assertThat(document.at("/channels/app.rooms.roomId.send/parameters").propertyNames())
                    .containsExactly("roomId");
            assertThat(document.at("/operations/app.echo/action").asString()).isEqualTo("receive");
            assertThat(document.at("/components/schemas/Echo/properties/times/maximum")
                            .asInt())
                    .isEqualTo(10);
            assertThat(document.at("/channels/events/messages").propertyNames())
                    .contains("event.state", "event.echoed", "event.said");
            var data = document.at("/components/messages/event.echoed/payload/properties/data/$ref");
            assertThat(data.asString()).isEqualTo("#/components/schemas/Echo");
        }
    }

    @Test
    void tellsNothingThatItDoesNotDescribe() {
        var encoder = node.bean(EventEncoder.class);
        for (var event : List.of(
                Event.of("unheard-of", Instant.EPOCH, 1),
                Event.of("told", Instant.EPOCH, "a text for a number"),
                Event.of("told", Instant.EPOCH, null))) {
            assertThatThrownBy(() -> encoder.encode(event)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void saysWhoAndHowAtConnect() {
        try (var client = StompTestClient.open(node.endpoint())) {
            client.connect(TestTokens.person(userId, "female"));
            var connected = client.awaitFrame("CONNECTED");
            assertThat(connected.headers())
                    .containsEntry("version", "1.2")
                    .containsEntry("heart-beat", "10000,10000")
                    .containsEntry("user-name", userId.toString());
        }
    }

    @Test
    void writesAnEventAsAgreed() {
        try (var client = node.connect(userId)) {
            client.sendFrame(
                    "SEND",
                    Map.of("destination", "/app/echo", "X-Correlation-Id", "my-id"),
                    "{\"text\":\"a\",\"times\":1}");
            client.awaitEvent("echoed");
            var frame = client.frames().getLast();
            assertThat(frame.header("correlation-id")).isEqualTo("my-id");
            assertThat(frame.header("destination")).isEqualTo("/user/queue/events");
            assertThat(frame.json().propertyNames()).containsExactlyInAnyOrder("id", "type", "at", "data");
            assertThat(frame.json().path("at").asString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(frame.header("message-id"))
                    .isEqualTo(frame.json().path("id").asString());
        }
    }

    @Test
    void tellsAFeedOnlyToWhoSubscribed() {
        try (var client = node.connect(userId)) {
            var feed = client.subscribe("/topic/rooms/one");
            client.sendAndAwaitReceipt("/app/rooms/one/send", HELLO);
            client.sendAndAwaitReceipt("/app/rooms/two/send", HELLO);
            var said = client.frames().stream()
                    .filter(frame -> frame.body().contains("\"said\""))
                    .toList();
            assertThat(said)
                    .extracting(frame -> frame.header("destination"))
                    .containsExactlyInAnyOrder("/user/queue/events", "/topic/rooms/one", "/user/queue/events");
            client.sendFrame("UNSUBSCRIBE", Map.of("id", feed, "receipt", "gone"), "");
            client.awaitReceipt("gone");
            client.sendAndAwaitReceipt("/app/rooms/one/send", HELLO);
            assertThat(client.frames())
                    .filteredOn(frame -> "/topic/rooms/one".equals(frame.header("destination")))
                    .hasSize(1);
        }
    }

    @Test
    void readsFramesHoweverTheyAreCut() {
        try (var client = node.connect(userId)) {
            var frame = "SEND\r\ndestination:/app/echo\r\nreceipt:cut\r\n\r\n{\"text\":\"ü€😀\",\"times\":1}\0";
            frame.codePoints().forEach(c -> client.sendText(Character.toString(c)));
            client.awaitReceipt("cut");
            assertThat(client.awaitEvent("echoed").path("text").asString()).isEqualTo("ü€😀");
        }
    }

    @Test
    void readsManyFramesOfOneMessage() {
        try (var client = node.connect(userId)) {
            var first = "SEND\ndestination:/app/nothing\nreceipt:1\n\n\0";
            var second = "SEND\ndestination:/app/nothing\nreceipt:2\ncontent-length:2\n\n{}\0";
            client.sendText(String.join("", "\n\n", first, "\n\r\n", second, "\n\n\n"));
            client.awaitReceipt("1");
            client.awaitReceipt("2");
        }
    }

    @Test
    void takesTheFirstOfARepeatedHeaderAndUndoesEscapes() {
        try (var client = node.connect(userId)) {
            client.sendText("SEND\ndestination:/app/nothing\ndestination:/app/fail\nreceipt:a\\c\\n\\\\b\n\n\0");
            client.awaitReceipt("a:\n\\b");
        }
    }

    @Test
    void receiptsAndClosesOnDisconnect() {
        try (var client = node.connect(userId)) {
            client.sendText("DISCONNECT\nreceipt:bye\n\n\0SEND\ndestination:/app/fail\n\n\0");
            client.awaitReceipt("bye");
            assertThat(client.awaitClose()).isEqualTo(1000);
        }
    }

    @Test
    void ignoresAcknowledgements() {
        try (var client = node.connect(userId)) {
            client.sendFrame("ACK", Map.of("id", "1", "receipt", "ack"), "");
            client.awaitReceipt("ack");
        }
    }

    @Test
    void goesOnWithANewerToken() {
        try (var client = node.connect(userId)) {
            client.sendAndAwaitReceipt("/app/auth/refresh", Map.of("accessToken", TestTokens.person(userId, "female")));
        }
    }

    @Test
    void servesAClientThatNamesNoSubProtocol() {
        try (var client = StompTestClient.open(node.endpoint(), true, builder -> builder)) {
            client.connect(TestTokens.person(userId, "female"));
            client.awaitFrame("CONNECTED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://app.example", "https://app.example.evil.example", "null"})
    void refusesTheHandshakeOfAForeignOrigin(String origin) {
        assertThatThrownBy(
                        () -> StompTestClient.open(node.endpoint(), true, builder -> builder.header("Origin", origin)))
                .hasStackTraceContaining("403");
    }

    @Test
    void acceptsTheHandshakeOfOurOrigin() {
        try (var client = StompTestClient.open(
                node.endpoint(), true, builder -> builder.header("Origin", "https://app.example"))) {
            client.connect(TestTokens.person(userId, "female"));
            client.awaitFrame("CONNECTED");
        }
    }
}
