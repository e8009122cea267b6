package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that are forged, stolen or signed by a key that is no more: over REST, at CONNECT, and to live on with. */
class TokenAttackTests {

    private static final SampleNode node = SampleNode.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final UUID userId = UUID.randomUUID();

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @MethodSource("com.realtimeconnect.test.ForgedTokens#all")
    void letsNobodyInWithAForgedToken(String forged) {
        assertThat(rest(node, forged)).isEqualTo("401 invalid-token");
        assertThat(connect(node, forged)).isEqualTo(4501);
    }

    @ParameterizedTest
    @MethodSource("com.realtimeconnect.test.ForgedTokens#all")
    void letsNobodyLiveOnWithAForgedToken(String forged) {
        try (var client = node.connect(userId)) {
            assertThat(client.sendRefused("/app/auth/refresh", Map.of("accessToken", forged))
                            .path("code")
                            .asString())
                    .isEqualTo("invalid-token");
            client.sendAndAwaitReceipt("/app/nothing", "");
        }
    }

    @Test
    void letsNobodyInWithATokenStolenBeforeTheLogout() {
        var loginId = UUID.randomUUID();
        var stolen = TestTokens.person(userId, "female", loginId, Duration.ofMinutes(5));
        try (var thief = StompTestClient.connect(node.endpoint(), stolen)) {
            node.bean(Revocations.class).revokeLogin(loginId);
            assertThat(thief.awaitClose()).isEqualTo(4505);
        }
        await().until(() -> rest(node, stolen).equals("401 invalid-token"));
        assertThat(connect(node, stolen)).isEqualTo(4501);
        try (var otherLogin = node.connect(userId)) {
            assertThat(otherLogin
                            .sendRefused("/app/auth/refresh", Map.of("accessToken", stolen))
                            .path("code")
                            .asString())
                    .isEqualTo("invalid-token");
        }
    }

    /** The test's key is published at first, and is not when the second node asks. */
    @Test
    void letsNobodyInWithATokenOfARetiredKey() throws Exception {
        var good = TestTokens.person(userId, "female");
        var published = HTTP.send(
                        HttpRequest.newBuilder(URI.create(TestTokens.jwksUrl())).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        try (var userService = Neighbours.start()) {
            userService.answer("GET", "/jwks", request -> Reply.ok(published));
            try (var before = SampleNode.start("JWKS_URL=" + userService.url() + "/jwks")) {
                assertThat(rest(before, good)).isEqualTo("404 not-found");
            }
            userService.answer("GET", "/jwks", request -> Reply.ok(published.replace("test-key", "next-key")));
            try (var after = SampleNode.start("JWKS_URL=" + userService.url() + "/jwks")) {
                assertThat(rest(after, good)).isEqualTo("401 invalid-token");
                assertThat(connect(after, good)).isEqualTo(4501);
            }
        }
    }

    private static int connect(SampleNode to, String token) {
        try (var client = StompTestClient.open(to.endpoint())) {
            client.connect(token);
            return client.awaitClose();
        }
    }

    /** The status and the code of the answer to a call of a path that is not there, which is told to nobody unknown. */
    private static String rest(SampleNode to, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + to.port() + "/nothing"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " "
                    + JsonMapper.shared().readTree(answer.body()).path("code").asString();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
