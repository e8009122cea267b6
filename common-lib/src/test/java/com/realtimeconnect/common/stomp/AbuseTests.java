package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no good client sends, and exactly what it gets for it. */
class AbuseTests {

    private static final SampleNode node = SampleNode.start(
            "connect.stomp.connect-timeout=1s",
            "connect.stomp.frames-burst=200",
            "connect.stomp.refusals-tolerated=50");
    private static final UUID somebody = UUID.randomUUID();

    @AfterAll
    static void stop() {
        node.close();
    }

    static Stream<Arguments> closedForItsFirstFrame() {
        return Stream.of(
                argumentSet("no frame at all", "", 4501),
                argumentSet("CONNECT that never ends", "CONNECT\naccept-version:1.2\n", 4501),
                argumentSet("no token", "CONNECT\naccept-version:1.2\n\n\0", 4501),
                argumentSet("a token that is none", connect("Bearer nonsense"), 4501),
                argumentSet("another scheme", connect("Basic YTpi"), 4501),
                argumentSet("a token of a service", connect("Bearer " + TestTokens.service("queuing")), 4501),
                argumentSet("a token that ran out", connect("Bearer " + expiredToken()), 4501),
                argumentSet("a token with another signature", connect("Bearer " + token() + "x"), 4501),
                argumentSet("SEND before CONNECT", "SEND\ndestination:/app/nothing\n\n{}\0", 4504),
                argumentSet("SUBSCRIBE before CONNECT", "SUBSCRIBE\nid:1\ndestination:/user/queue/events\n\n\0", 4504),
                argumentSet("STOMP 1.1", "CONNECT\naccept-version:1.0,1.1\nAuthorization:Bearer x\n\n\0", 4504),
                argumentSet("no version", "CONNECT\nAuthorization:Bearer x\n\n\0", 4504),
                argumentSet("heart-beats of words", "CONNECT\naccept-version:1.2\nheart-beat:often,never\n\n\0", 4504),
                argumentSet("a request line", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n\0", 4504));
    }

    @ParameterizedTest
    @MethodSource
    void closedForItsFirstFrame(String frame, int code) {
        try (var client = StompTestClient.open(node.endpoint())) {
            if (!frame.isEmpty()) {
                client.sendText(frame);
            }
            assertThat(client.awaitFrame("ERROR").json().path("code").asString())
                    .isEqualTo(code == 4501 ? "invalid-token" : "protocol-violation");
            assertThat(client.awaitClose()).isEqualTo(code);
        }
    }

    static Stream<Arguments> closedAsProtocolViolation() {
        return Stream.of(
                argumentSet("an unknown command", "HELLO\n\n\0"),
                argumentSet("a command in lower case", "send\ndestination:/app/nothing\n\n{}\0"),
                argumentSet("a frame of the server", "MESSAGE\ndestination:/user/queue/events\n\n{}\0"),
                argumentSet("a second CONNECT", "CONNECT\naccept-version:1.2\n\n\0"),
                argumentSet("NUL alone", "\0"),
                argumentSet("NUL within the head", "SEND\ndestination:\0/app/nothing\n\n{}\0"),
                argumentSet("a header without a colon", "SEND\ndestination\n\n{}\0"),
                argumentSet("a header without a name", "SEND\n:/app/nothing\n\n{}\0"),
                argumentSet("an escape that is not defined", "SEND\ndestination:/app/\\tnothing\n\n{}\0"),
                argumentSet("an escape that is cut off", "SEND\ndestination:/app/nothing\\\n\n{}\0"),
                argumentSet("a carriage return within a line", "SEND\ndestination:/app/\rnothing\n\n{}\0"),
                argumentSet("10,000 headers", "SEND\n" + "a:b\n".repeat(10_000) + "\n{}\0"),
                argumentSet("65 headers", "SEND\n" + headers(65) + "\n{}\0"),
                argumentSet("a head of 17 KiB", "SEND\na:" + "b".repeat(17 * 1024) + "\n\n{}\0"),
                argumentSet("content-length that is no number", send("/app/nothing", "content-length:two", "{}")),
                argumentSet("a negative content-length", send("/app/nothing", "content-length:-1", "{}")),
                argumentSet("content-length too short", send("/app/nothing", "content-length:1", "{}")),
                argumentSet("content-length too long", send("/app/nothing", "content-length:9", "{}")),
                argumentSet("a huge content-length", send("/app/nothing", "content-length:999999999", "{}")),
                argumentSet(
                        "a content-length past all numbers", send("/app/nothing", "content-length:99999999999", "{}")),
                argumentSet("a frame without NUL", "SEND\ndestination:/app/nothing\n\n{}"),
                argumentSet("a frame of 5 MiB", send("/app/nothing", "a:b", " ".repeat(5 * 1024 * 1024))),
                argumentSet("SEND without a destination", "SEND\n\n{}\0"),
                argumentSet("SEND to nowhere", send("/app/unknown", "a:b", "{}")),
                argumentSet("SEND to a feed", send("/topic/rooms/1", "a:b", "{}")),
                argumentSet("SEND to a queue of events", send("/user/queue/events", "a:b", "{}")),
                argumentSet("SEND with a slash too many", send("/app//nothing", "a:b", "{}")),
                argumentSet("SEND with a slash at the end", send("/app/nothing/", "a:b", "{}")),
                argumentSet("SEND to an encoded name", send("/app/%6eothing", "a:b", "{}")),
                argumentSet("SEND with a dotted path", send("/app/rooms/../nothing", "a:b", "{}")),
                argumentSet("SEND with a wildcard for a variable", send("/app/rooms/*/send", "a:b", "{}")),
                argumentSet("SEND with nothing for a variable", send("/app/rooms//send", "a:b", "{}")),
                argumentSet("SEND in a transaction", send("/app/nothing", "transaction:1", "{}")),
                argumentSet("BEGIN", "BEGIN\ntransaction:1\n\n\0"),
                argumentSet("COMMIT", "COMMIT\ntransaction:1\n\n\0"),
                argumentSet("ABORT", "ABORT\ntransaction:1\n\n\0"),
                argumentSet("ACK of nothing", "ACK\n\n\0"),
                argumentSet("UNSUBSCRIBE from nothing", "UNSUBSCRIBE\n\n\0"),
                argumentSet("SUBSCRIBE without an id", "SUBSCRIBE\ndestination:/user/queue/events\n\n\0"),
                argumentSet("SUBSCRIBE without a destination", "SUBSCRIBE\nid:1\n\n\0"),
                argumentSet("SUBSCRIBE with an endless id", subscribe("x".repeat(200), "/user/queue/events")),
                argumentSet("an id used twice", subscribe("1", "/topic/rooms/1") + subscribe("1", "/topic/rooms/2")),
                argumentSet(
                        "acknowledgement by the client",
                        "SUBSCRIBE\nid:1\nack:client\ndestination:/topic/rooms/1\n\n\0"),
                argumentSet("events of another", subscribe("1", "/user/" + somebody + "/queue/events")),
                argumentSet("events of another session", subscribe("1", "/queue/events-user" + somebody)),
                argumentSet("events of another, resolved", subscribe("1", "/queue/events")),
                argumentSet("events with a slash too many", subscribe("1", "/user//queue/events")),
                argumentSet("events with a slash before", subscribe("1", "//user/queue/events")),
                argumentSet("events with a slash at the end", subscribe("1", "/user/queue/events/")),
                argumentSet("events in capitals", subscribe("1", "/USER/queue/events")),
                argumentSet("events, encoded", subscribe("1", "/user/queue/%65vents")),
                argumentSet("events by a dotted path", subscribe("1", "/user/queue/x/../events")),
                argumentSet("events by wildcard", subscribe("1", "/user/*/events")),
                argumentSet("everything", subscribe("1", "/**")),
                argumentSet("a feed by wildcard", subscribe("1", "/topic/rooms/*")),
                argumentSet("a feed of blanks", subscribe("1", "/topic/rooms/ ")),
                argumentSet("another queue of mine", subscribe("1", "/user/queue/secrets")));
    }

    @ParameterizedTest
    @MethodSource
    void closedAsProtocolViolation(String frames) {
        try (var client = StompTestClient.connect(node.endpoint(), token())) {
            client.sendText(frames);
            assertThat(client.awaitFrame("ERROR").json().path("code").asString())
                    .isEqualTo("protocol-violation");
            assertThat(client.awaitClose()).isEqualTo(4504);
        }
    }

    @Test
    void closedForABinaryFrame() {
        try (var client = StompTestClient.connect(node.endpoint(), token())) {
            client.sendBinary(new byte[] {1, 2, 3});
            client.awaitFrame("ERROR");
            assertThat(client.awaitClose()).isEqualTo(4504);
        }
    }

    static Stream<Arguments> refusedAndLeftOpen() {
        return Stream.of(
                argumentSet("no JSON", "/app/echo", "hello", "malformed-body"),
                argumentSet("JSON that is cut off", "/app/echo", "{\"text\":\"a\"", "malformed-body"),
                argumentSet("nothing", "/app/echo", "", "malformed-body"),
                argumentSet("null", "/app/echo", "null", "malformed-body"),
                argumentSet("a list", "/app/echo", "[]", "malformed-body"),
                argumentSet("two objects", "/app/echo", "{\"text\":\"a\",\"times\":1}{}", "malformed-body"),
                argumentSet("a list for a text", "/app/echo", "{\"text\":[1],\"times\":1}", "validation-failed"),
                argumentSet(
                        "a word for a number", "/app/echo", "{\"text\":\"a\",\"times\":\"many\"}", "validation-failed"),
                argumentSet("no id for an id", "/app/tell", "{\"to\":\"me\",\"number\":1}", "validation-failed"),
                argumentSet("a deep nest", "/app/echo", "[".repeat(30_000), "malformed-body"),
                argumentSet(
                        "an unknown field",
                        "/app/echo",
                        "{\"text\":\"a\",\"times\":1,\"as\":\"admin\"}",
                        "unknown-field"),
                argumentSet("an unknown field alone", "/app/nothing", "{\"a\":1}", "unknown-field"),
                argumentSet("a blank text", "/app/echo", "{\"text\":\" \",\"times\":1}", "validation-failed"),
                argumentSet("a number too large", "/app/echo", "{\"text\":\"a\",\"times\":11}", "validation-failed"),
                argumentSet("a body of 65 KiB", "/app/echo", "x".repeat(65 * 1024), "too-large"),
                argumentSet("a body of 1 MiB", "/app/echo", "x".repeat(1024 * 1024), "too-large"),
                argumentSet("a refusal of the feature", "/app/refuse", "{}", "not-today"),
                argumentSet("a fault of ours", "/app/fail", "{}", "internal-error"),
                argumentSet("no token to refresh with", "/app/auth/refresh", "{}", "validation-failed"),
                argumentSet(
                        "a bad token to refresh with", "/app/auth/refresh", "{\"accessToken\":\"x\"}", "invalid-token"),
                argumentSet(
                        "the token of another to refresh with",
                        "/app/auth/refresh",
                        "{\"accessToken\":\"" + TestTokens.person(somebody, "female") + "\"}",
                        "forbidden"));
    }

    @ParameterizedTest
    @MethodSource
    void refusedAndLeftOpen(String destination, String body, String code) {
        try (var client = node.connect(UUID.randomUUID())) {
            var problem = client.sendRefused(destination, body);
            assertThat(problem.path("code").asString()).isEqualTo(code);
            assertThat(problem.path("instance").asString()).isEqualTo(destination);
            assertThat(problem.path("correlationId").asString()).isNotEmpty();
            client.sendAndAwaitReceipt("/app/nothing", "");
            assertThat(client.isClosed()).isFalse();
        }
    }

    @Test
    void refusesAFeedThatTheFeatureRefuses() {
        try (var client = node.connect(UUID.randomUUID())) {
            client.sendFrame("SUBSCRIBE", Map.of("id", "1", "destination", "/topic/rooms/closed", "receipt", "r"), "");
            assertThat(client.awaitError("r").path("code").asString()).isEqualTo("forbidden");
            client.sendAndAwaitReceipt("/app/nothing", "");
        }
    }

    @Test
    void answersTooManyFramesAndClosesWhoGoesOn() {
        try (var client = node.connect(UUID.randomUUID());
                var other = node.connect(UUID.randomUUID())) {
            var flood = send("/app/nothing", "receipt:r", "{}").repeat(600);
            client.sendText(flood);
            var problem = client.awaitError();
            assertThat(problem.path("code").asString()).isEqualTo("too-many-messages");
            assertThat(problem.path("retryAfterSeconds").asInt()).isPositive();
            assertThat(client.awaitClose()).isEqualTo(4013);
            other.sendAndAwaitReceipt("/app/nothing", "");
        }
    }

    private static String token() {
        return TestTokens.person(somebody, "male");
    }

    private static String expiredToken() {
        return TestTokens.person(somebody, "male", UUID.randomUUID(), Duration.ofMinutes(-1));
    }

    private static String connect(String authorization) {
        return "CONNECT\naccept-version:1.2\nAuthorization:" + authorization + "\n\n\0";
    }

    private static String send(String destination, String header, String body) {
        return "SEND\ndestination:" + destination + '\n' + header + "\n\n" + body + '\0';
    }

    private static String subscribe(String id, String destination) {
        return "SUBSCRIBE\nid:" + id + "\ndestination:" + destination + "\n\n\0";
    }

    private static String headers(int count) {
        var headers = new StringBuilder();
        for (int i = 0; i < count; i++) {
            headers.append('h').append(i).append(":v\n");
        }
        return headers.toString();
    }
}
