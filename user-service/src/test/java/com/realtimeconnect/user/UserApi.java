package com.realtimeconnect.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client sees it: over HTTP, with nothing of its classes. */
public final class UserApi {

    public static final String PASSWORD = "violet-harbour-41";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final IntSupplier port;

    /** @param port asked for at each call, since the service may not be up yet */
    public UserApi(IntSupplier port) {
        this.port = port;
    }

    public Answer get(String path, @Nullable String token) {
        return call("GET", path, token, null);
    }

    public Answer post(String path, @Nullable String token, Object body) {
        return call("POST", path, token, body);
    }

    public Answer put(String path, @Nullable String token, Object body) {
        return call("PUT", path, token, body);
    }

    public Answer delete(String path, @Nullable String token) {
        return call("DELETE", path, token, null);
    }

    /** That a logout or a suspension takes less than a second is measured alone, with the whole stack. */
    public void awaitShutOut(String token) {
        await().untilAsserted(() -> assertThat(get("/auth/me", token).code()).isEqualTo("invalid-token"));
    }

    /** @param body a text is sent as it is, anything else as JSON */
    public Answer call(String method, String path, @Nullable String token, @Nullable Object body) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(
                        body instanceof String text ? text : JSON.writeValueAsString(body));
        var request = request(path, token).method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    public HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + path))
                .timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    public Answer send(HttpRequest request) {
        try {
            return Answer.from(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Sends a file as the part {@code file} of a form (RFC 7578). */
    public Answer upload(String token, String fileName, String contentType, byte[] file) {
        return send(uploadRequest(token, fileName, contentType, file).build());
    }

    /** The same, for who wants to add something. */
    public HttpRequest.Builder uploadRequest(String token, String fileName, String contentType, byte[] file) {
        var boundary = "boundary-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + contentType + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return request("/profile/upload", token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** A token of one of the other services. */
    public String serviceToken() {
        var answer = post(
                "/auth/service-token",
                null,
                Map.of("clientId", "queuing", "clientSecret", "local-queuing-service-secret-not-for-production"));
        return answer.text("accessToken");
    }

    public Answer logIn(String email, String password) {
        return post("/auth/login", null, Map.of("email", email, "password", password));
    }

    public Answer refresh(String refreshToken) {
        return post("/auth/refresh", null, Map.of("refreshToken", refreshToken));
    }

    /** A registration that is all right, to be spoilt by a test. */
    public static Map<String, @Nullable Object> registration(String role) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("email", UUID.randomUUID() + "@example.org");
        body.put("password", PASSWORD);
        body.put("displayName", "Robin");
        body.put("role", role);
        body.put("birthDate", "1994-03-21");
        return body;
    }

    public Member woman() {
        return member("female");
    }

    public Member man() {
        return member("male");
    }

    private Member member(String role) {
        var asked = registration(role);
        var answer = post("/auth/register", null, asked);
        if (answer.status() != 201) {
            throw new AssertionError("Registration was refused: " + answer);
        }
        return new Member(
                UUID.fromString(answer.text("user.userId")),
                String.valueOf(asked.get("email")),
                answer.text("accessToken"),
                answer.text("refreshToken"));
    }

    /** Somebody who is registered and logged in. */
    public record Member(UUID id, String email, String accessToken, String refreshToken) {}

    /** What came back. */
    public record Answer(int status, Map<String, String> headers, String body) {

        static Answer from(HttpResponse<String> response) {
            var headers = new LinkedHashMap<String, String>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            return new Answer(response.statusCode(), headers, response.body());
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The text at a path of field names with dots. */
        public String text(String path) {
            return json().at("/" + path.replace('.', '/')).asString();
        }

        /** The problem's code. */
        public String code() {
            return text("code");
        }

        public @Nullable String header(String name) {
            return headers.get(name);
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
