package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Latencies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** REST as one person does it: one call after the other, over a connection that is kept. */
final class RestCalls implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @return the body of an answer that is good */
    String get(URI address, String token, @Nullable Latencies latencies) {
        return send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                latencies);
    }

    String post(URI address, String body, @Nullable Latencies latencies) {
        return send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                latencies);
    }

    private String send(HttpRequest request, @Nullable Latencies latencies) {
        try {
            var start = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (latencies != null) {
                latencies.record(System.nanoTime() - start);
            }
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request.uri() + " answers " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new IllegalStateException(request.uri() + " does not answer", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
