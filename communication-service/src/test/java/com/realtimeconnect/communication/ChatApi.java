package com.realtimeconnect.communication;

import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One running node as its clients and the other services reach it. */
public final class ChatApi {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERVICE = TestTokens.service("interaction");

    private final int port;

    public ChatApi(int port) {
        this.port = port;
    }

    /** Two people with accounts, and an open room for them. */
    public Couple couple() {
        var couple = Couple.create();
        open(couple);
        return couple;
    }

    public Answer open(Couple couple) {
        return call("POST", "/internal/rooms", SERVICE, couple.connection());
    }

    public Answer close(UUID roomId, Object closing) {
        return call("POST", "/internal/rooms/" + roomId + "/close", SERVICE, closing);
    }

    public Answer send(Couple couple, String token, String clientMessageId, String body) {
        return post(couple.path("/messages"), token, Map.of("clientMessageId", clientMessageId, "body", body));
    }

    public Answer get(String path, @Nullable String token) {
        return call("GET", path, token, null);
    }

    public Answer post(String path, @Nullable String token, Object body) {
        return call("POST", path, token, body);
    }

    public Answer delete(String path, @Nullable String token) {
        return call("DELETE", path, token, null);
    }

    /** All messages of the room in order, page by page. */
    public List<JsonNode> history(Couple couple, String token) {
        var all = new ArrayList<JsonNode>();
        var path = couple.path("/messages?limit=200&afterSeq=0");
        while (true) {
            var page = get(path, token).body();
            page.path("items").forEach(all::add);
            if (page.path("nextCursor").isNull()) {
                return all;
            }
            path = couple.path(
                    "/messages?limit=200&cursor=" + page.path("nextCursor").asString());
        }
    }

    /** A socket with its events and errors subscribed, whose {@code state} has not been taken yet. */
    public StompTestClient connect(String token) {
        return StompTestClient.subscribed(endpoint(), token);
    }

    public URI endpoint() {
        return StompTestClient.endpoint(port, "/chat");
    }

    public Answer call(String method, String path, @Nullable String token, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            var text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(text));
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body().isEmpty() ? "null" : response.body());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What came back; an empty body reads as null. */
    public record Answer(int status, String text) {

        public JsonNode body() {
            return JSON.readTree(text);
        }

        /** Status and code of a refusal, or the status alone. */
        public String outcome() {
            var code = body().path("code");
            return code.isMissingNode() ? Integer.toString(status) : status + " " + code.asString();
        }
    }
}
