package com.realtimeconnect.common.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.test.IntegrationTest;
import com.realtimeconnect.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What browsers are told, whom they may call from, and how much anybody may send; on the real server. */
@IntegrationTest
class HeaderAndLimitTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String OURS = "http://localhost:3000";
    private static final int LIMIT = 256 * 1024;

    private final String token = TestTokens.person(UUID.randomUUID(), "female");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/notes", "/nowhere", "/notes/not-a-uuid", "/actuator/health/liveness", "/v3/api-docs"})
    void tellsBrowsersThatItIsNoPage(String path) {
        for (var bearer : new @Nullable String[] {token, null}) {
            var answer = send(request(path, bearer).GET());
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "Cache-Control")).contains("no-store");
            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("'self'");
            assertThat(header(answer, "Server")).isEmpty();
        }
    }

    @Test
    void letsManyWaitToBeAccepted(@Autowired ServletWebServerApplicationContext context) {
        var jetty = (JettyWebServer) Objects.requireNonNull(context.getWebServer());

        assertThat(jetty.getServer().getConnectors())
                .allSatisfy(connector -> assertThat(((ServerConnector) connector).getAcceptQueueSize())
                        .isEqualTo(4096));
    }

    @Test
    void asksForTlsWhereItWasUsed() {
        assertThat(header(send(request("/notes", token).GET()), "Strict-Transport-Security"))
                .isEmpty();
        assertThat(header(
                        send(request("/notes", token)
                                .setHeader("X-Forwarded-Proto", "https")
                                .GET()),
                        "Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
    }

    /** Its policy forbids scripts within the page, and whatever is loaded from elsewhere; so there must be none. */
    @Test
    void letsTheDocumentsBeReadUnderAStrictPolicy() {
        var page = send(request("/swagger-ui/index.html", null).GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'");
        assertThat(Pattern.compile("<script(?![^>]*src=)|on[a-z]+=\"|(src|href)=\"(https?:)?//")
                        .matcher(page.body())
                        .find())
                .as(page.body())
                .isFalse();
        var script = send(request("/swagger-ui/swagger-initializer.js", null).GET());
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(header(script, "Content-Type")).contains("javascript");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ",
        "POST, Content-Type",
        "PUT, 'authorization,content-type,idempotency-key'",
        "DELETE, authorization"
    })
    void answersThePreflightOfOurOrigin(String method, @Nullable String headers) {
        var answer = send(preflight(OURS, method, headers));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(OURS);
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(header(answer, "Access-Control-Allow-Methods")).contains(method);
        assertThat(header(answer, "Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(String.join(",", answer.headers().allValues("Vary"))).contains("Origin");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, GET, ",
        "null, GET, ",
        "http://localhost:3000.evil.example, GET, ",
        "https://localhost:3000, GET, ",
        "http://localhost:3000, PATCH, ",
        "http://localhost:3000, POST, X-Made-Up"
    })
    void refusesAnyOtherPreflight(String origin, String method, @Nullable String headers) {
        var answer = send(preflight(origin, method, headers));
        assertThat(code(answer, 403)).isEqualTo("origin-not-allowed");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void showsAnswersToOurOriginOnly() {
        var ours = send(request("/notes", token).setHeader("Origin", OURS).GET());
        assertThat(header(ours, "Access-Control-Allow-Origin")).isEqualTo(OURS);
        assertThat(header(ours, "Access-Control-Expose-Headers")).contains("X-Correlation-Id", "Retry-After");
        var refused = send(request("/notes", null).setHeader("Origin", OURS).GET());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo(OURS);
        var foreign = send(request("/notes", token)
                .setHeader("Origin", "https://evil.example")
                .GET());
        assertThat(code(foreign, 403)).isEqualTo("origin-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes", "/open/notes"})
    void readsNoBodyThatIsTooLarge(String path) {
        var body = note(LIMIT + 1);
        var told = send(request(path, token).POST(BodyPublishers.ofByteArray(body)));
        assertThat(code(told, 413)).isEqualTo("too-large");
        var untold =
                send(request(path, token).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(code(untold, 413)).isEqualTo("too-large");
        var withKey = send(request(path, token)
                .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(code(withKey, 413)).isEqualTo("too-large");
        assertThat(header(told, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    /** Else a client would send its next request into a connection that is about to close (RFC 9112, section 9.6). */
    @ParameterizedTest
    @CsvSource({
        "/notes, 401, application/json, 100",
        "/nowhere, 404, application/json, 100",
        "/open/notes, 413, application/json, 300000",
        "/open/notes, 415, text/plain, 100"
    })
    void saysThatItClosesWhereTheBodyIsNotRead(String path, int status, String type, int length) throws IOException {
        var answer = exchange("POST " + path + " HTTP/1.1|Host: localhost|Content-Type: " + type + "|Content-Length: "
                + length + "||{");
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("\r\nConnection: close\r\n");
    }

    @Test
    void keepsTheConnectionWhereARefusedBodyHasCome() throws IOException {
        var refused = "POST /notes HTTP/1.1|Host: localhost|Content-Type: application/json|Content-Length: 2||{}";
        var last = "GET /notes HTTP/1.1|Host: localhost|Connection: close||";
        assertThat(exchange(refused + last).split("HTTP/1.1 401", -1)).hasSize(3);
    }

    @Test
    void readsABodyThatIsJustNotTooLarge() {
        var body = note(LIMIT);
        assertThat(code(send(request("/notes", token).POST(BodyPublishers.ofByteArray(body))), 400))
                .isEqualTo("validation-failed");
        assertThat(code(
                        send(request("/notes", token)
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))),
                        400))
                .isEqualTo("validation-failed");
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        var answer = send(request("/notes?limit=" + "1".repeat(20_000), token).GET());
        assertThat(code(answer, 414)).isEqualTo("uri-too-long");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "Connection")).isEqualTo("close");
    }

    @Test
    void refusesHeadersThatAreTooLarge() {
        var request = request("/notes", token);
        for (var i = 0; i < 20; i++) {
            request.setHeader("X-Header-" + i, "x".repeat(1000));
        }
        assertThat(code(send(request.GET()), 431)).isEqualTo("headers-too-large");
    }

    @Test
    void readsNoUploadWhereThereAreNone() {
        var answer = send(request("/notes", token)
                .setHeader("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(new byte[2 * 1024 * 1024])));
        assertThat(code(answer, 415)).isEqualTo("unsupported-media-type");
    }

    /** Two lengths, or a length beside chunks, is how one request is smuggled in another (RFC 9112, section 6.3). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5|Content-Length: 6",
                "Content-Length: 5|Transfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "Content-Length: -1"
            })
    void refusesABodyOfTwoLengths(String lengths) throws IOException {
        assertThat(exchange("POST /open/notes HTTP/1.1|Host: localhost|Connection: close"
                        + "|Content-Type: application/json|" + lengths + "||0||X"))
                .containsPattern("^HTTP/1.1 (400|501)");
    }

    /** Sends this, with {@code |} for the end of a line, and reads until the server closes. */
    private String exchange(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static byte[] note(int size) {
        var frame = "{\"text\":\"\",\"stars\":1}";
        return ("{\"text\":\"" + "x".repeat(size - frame.length()) + "\",\"stars\":1}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private HttpRequest.Builder preflight(String origin, String method, @Nullable String headers) {
        var request = request("/notes", null)
                .setHeader("Origin", origin)
                .setHeader("Access-Control-Request-Method", method)
                .method("OPTIONS", BodyPublishers.noBody());
        return headers == null ? request : request.setHeader("Access-Control-Request-Headers", headers);
    }

    private HttpRequest.Builder request(String path, @Nullable String bearer) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .setHeader("Content-Type", "application/json");
        return bearer == null ? request : request.setHeader("Authorization", "Bearer " + bearer);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        return JsonMapper.shared().readTree(answer.body()).path("code").asString();
    }
}
