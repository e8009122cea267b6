package com.realtimeconnect.history;

import com.realtimeconnect.test.TestTokens;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The service under test as its clients see it. */
public final class HistoryApi {

    /** The token of another service. */
    public static final String SERVICE = TestTokens.service("interaction");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestTestClient client;
    private final String base;

    public HistoryApi(int port) {
        client = RestTestClient.bindToServer(new JdkClientHttpRequestFactory()).build();
        base = "http://localhost:" + port;
    }

    /** An answer; the body is a missing node if there is none. */
    public record Reply(int status, JsonNode body) {

        public String code() {
            return body.path("code").asString("");
        }

        /** The first field complained about, or nothing. */
        public String field() {
            return body.path("errors").path(0).path("field").asString("");
        }

        public JsonNode items() {
            return body.path("items");
        }

        public JsonNode item(int index) {
            return items().path(index);
        }
    }

    public Reply get(String token, String path) {
        return exchange(HttpMethod.GET, token, path, null);
    }

    public Reply delete(String token, String path) {
        return exchange(HttpMethod.DELETE, token, path, null);
    }

    public Reply post(String token, String path, Object body) {
        return exchange(
                HttpMethod.POST, token, path, body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    public Reply log(Meeting meeting) {
        return post(SERVICE, "/api/history/log-interaction", meeting.ended());
    }

    public Reply logAll(List<Meeting> meetings) {
        return post(
                SERVICE,
                "/internal/history/interactions",
                Map.of("interactions", meetings.stream().map(Meeting::ended).toList()));
    }

    public Reply connect(Meeting meeting) {
        return post(SERVICE, "/api/history/connections", meeting.connectionFormed());
    }

    public Reply interactionsOf(TestPerson person) {
        return get(person.token(), "/api/history/interactions");
    }

    public Reply connectionsOf(TestPerson person) {
        return get(person.token(), "/api/history/connections");
    }

    /** @param token empty for none */
    public Reply exchange(HttpMethod method, String token, String path, @Nullable String body) {
        var request = client.method(method).uri(URI.create(base + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        var result = request.exchange().returnResult(String.class);
        var text = Objects.requireNonNullElse(result.getResponseBody(), "");
        return new Reply(result.getStatus().value(), text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text));
    }
}
