package com.realtimeconnect.queuing;

import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody with a socket at a node. */
public final class Visitor implements AutoCloseable {

    private final UUID id;
    private final StompTestClient client;

    private Visitor(UUID id, StompTestClient client) {
        this.id = id;
        this.client = client;
    }

    public static Visitor woman(QueuingNode node) {
        return arrive(node, UUID.randomUUID(), "female");
    }

    public static Visitor man(QueuingNode node) {
        return arrive(node, UUID.randomUUID(), "male");
    }

    public static Visitor arrive(QueuingNode node, UUID id, String role) {
        return new Visitor(
                id,
                StompTestClient.subscribed(node.endpoint(), TestTokens.person(id, role))
                        .beating());
    }

    public UUID id() {
        return id;
    }

    public StompTestClient client() {
        return client;
    }

    /** Joins, and waits for the event that says so. */
    public JsonNode join(String intent) {
        return join(Map.of("intent", intent));
    }

    public JsonNode join(Map<String, Object> asked) {
        client.sendAndAwaitReceipt("/app/queue/join", asked);
        return client.awaitEvent("queue-joined");
    }

    public void leave() {
        client.sendAndAwaitReceipt("/app/queue/leave", "");
    }

    public String awaitLeft() {
        return client.awaitEvent("queue-left").path("reason").asString();
    }

    /** Loses the connection. */
    public void drop() {
        client.drop();
    }

    @Override
    public void close() {
        client.close();
    }
}
