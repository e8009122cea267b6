package com.realtimeconnect.test;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Opens a socket for each try, and sends a command or subscribes. */
final class StompDoor implements AccessMatrix.Door {

    private static final String RECEIPT = "the-door";
    private static final String FORBIDDEN = "403";

    private final URI endpoint;

    StompDoor(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public String enter(String name, String body, @Nullable String token) {
        var parts = name.split(" ", 2);
        var destination = parts[1].replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        try (var client = StompTestClient.open(endpoint)) {
            connect(client, token);
            awaitFrame(client, "CONNECTED");
            if (client.isClosed()) {
                return Integer.toString(client.awaitClose());
            }
            client.subscribe("/user/queue/errors");
            var headers = new LinkedHashMap<String, String>(Map.of("destination", destination, "receipt", RECEIPT));
            if (parts[0].equals("SUBSCRIBE")) {
                headers.put("id", RECEIPT);
            }
            client.sendFrame(parts[0], headers, parts[0].equals("SEND") ? body : "");
            return answer(client);
        }
    }

    private static void connect(StompTestClient client, @Nullable String token) {
        if (token == null) {
            client.sendFrame("CONNECT", Map.of("accept-version", "1.2", "host", "localhost"), "");
        } else {
            client.connect(token);
        }
    }

    private static void awaitFrame(StompTestClient client, String command) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> client.isClosed()
                        || client.frames().stream()
                                .anyMatch(frame -> frame.command().equals(command)));
    }

    private static String answer(StompTestClient client) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> client.isClosed() || client.frames().stream().anyMatch(StompDoor::isAnswer));
        if (client.isClosed()) {
            return Integer.toString(client.awaitClose());
        }
        var problem = client.frames().stream()
                .filter(frame -> isAnswer(frame) && frame.command().equals("MESSAGE"))
                .map(frame -> frame.json().path("status").asString(""))
                .findFirst();
        return problem.filter(FORBIDDEN::equals).orElse("yes");
    }

    private static boolean isAnswer(StompTestClient.Frame frame) {
        return RECEIPT.equals(frame.header("receipt-id"));
    }
}
