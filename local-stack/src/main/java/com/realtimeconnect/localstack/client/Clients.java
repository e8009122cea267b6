package com.realtimeconnect.localstack.client;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What all people on this machine share: one HTTP client and one thread for heart-beats. */
public final class Clients implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heart-beats").factory());

    StompSocket open(Endpoints endpoints, Service service, String token) {
        return StompSocket.open(http, clockwork, endpoints.webSocket(service), token);
    }

    /** Calls a service; an answer that is no JSON has a body with nothing in it. */
    public Reply call(
            Endpoints endpoints,
            Service service,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String token) {
        var request = HttpRequest.newBuilder(endpoints.http(service, path)).timeout(Duration.ofSeconds(15));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), read(response));
        } catch (IOException unreachable) {
            throw new IllegalStateException(
                    service.fullName() + " does not answer: " + method + " " + path, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + method + " " + path, interrupted);
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson && !response.body().isBlank() ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        http.shutdownNow();
    }
}
