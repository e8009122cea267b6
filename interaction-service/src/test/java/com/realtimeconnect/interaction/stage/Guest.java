package com.realtimeconnect.interaction.stage;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestAccounts;
import com.realtimeconnect.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who uses the service. */
public final class Guest implements AutoCloseable {

    private final UUID id = UUID.randomUUID();
    private final String role;
    private final String token;
    private Node node;
    private StompTestClient socket;

    private Guest(String role, Node node) {
        this.role = role;
        this.node = node;
        this.token = TestTokens.person(id, role);
        TestAccounts.insert(id, role);
        describe(Map.of());
        this.socket = connect(node);
    }

    public static Guest woman(Node node) {
        return new Guest("female", node);
    }

    public static Guest man(Node node) {
        return new Guest("male", node);
    }

    public UUID id() {
        return id;
    }

    public String token() {
        return token;
    }

    public StompTestClient socket() {
        return socket;
    }

    /** What user-service says of this person, but for what is given. */
    public void describe(Map<String, Object> otherwise) {
        var person = new HashMap<String, Object>(Map.of(
                "userId",
                id,
                "displayName",
                role.equals("female") ? "Ada" : "Bob",
                "age",
                30,
                "role",
                role,
                "bio",
                "Likes tests",
                "interests",
                List.of("cats"),
                "languages",
                List.of("en"),
                "photos",
                List.of(),
                "autoConnect",
                false,
                "blocked",
                List.of()));
        person.put("suspended", false);
        person.put("mustVerifyEmail", false);
        person.putAll(otherwise);
        var body = Stage.JSON.writeValueAsString(person);
        Stage.neighbours().answer("GET", "/internal/people/" + id, request -> Neighbours.Reply.ok(body));
    }

    /** Opens a socket on this node; an older one is the server's to close. */
    public StompTestClient connect(Node to) {
        node = to;
        socket = StompTestClient.subscribed(to.endpoint(), token);
        return socket;
    }

    public Node.Answer post(String path, Object body) {
        return node.post(token, path, body);
    }

    public Node.Answer get(String path) {
        return node.get(token, path);
    }

    @Override
    public void close() {
        socket.close();
    }
}
