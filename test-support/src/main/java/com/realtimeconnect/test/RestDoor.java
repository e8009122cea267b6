package com.realtimeconnect.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls endpoints with an id that nobody has for each variable. */
final class RestDoor implements AccessMatrix.Door {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;

    RestDoor(int port) {
        base = "http://localhost:" + port;
    }

    @Override
    public String enter(String name, String body, @Nullable String token) {
        var parts = name.split(" ", 2);
        var outcome = enter(parts[0], parts[1], body, token);
        // Whoever may not GET must not learn by HEAD that there is something.
        return parts[0].equals("GET") && !enter("HEAD", parts[1], body, token).equals(outcome)
                ? outcome + " but not by HEAD"
                : outcome;
    }

    private String enter(String method, String pattern, String body, @Nullable String token) {
        var path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()).replace("**", "index.html");
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET") || method.equals("HEAD")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var status = HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status == 401 || status == 403 ? Integer.toString(status) : "yes";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
