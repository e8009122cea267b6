package com.realtimeconnect.communication;

import com.realtimeconnect.test.TestAccounts;
import com.realtimeconnect.test.TestTokens;
import java.util.Map;
import java.util.UUID;

/** A woman and a man with accounts and tokens, and the names of what connects them. */
public record Couple(
        UUID roomId, UUID connectionId, UUID interactionId, UUID woman, UUID man, String womanToken, String manToken) {

    public static Couple create() {
        var woman = person("female");
        var man = person("male");
        return between(woman, man);
    }

    /** Another connection of people who have accounts. */
    public static Couple between(UUID woman, UUID man) {
        return new Couple(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                woman,
                man,
                TestTokens.person(woman, "female"),
                TestTokens.person(man, "male"));
    }

    public static UUID person(String role) {
        var id = UUID.randomUUID();
        TestAccounts.insert(id, role);
        return id;
    }

    /** The fact as interaction-service tells it. */
    public Map<String, Object> connection() {
        return Map.of(
                "connectionId",
                connectionId,
                "roomId",
                roomId,
                "interactionId",
                interactionId,
                "since",
                "2026-01-15T12:00:00.000Z",
                "woman",
                Map.of("userId", woman, "displayName", "Ada"),
                "man",
                Map.of("userId", man, "displayName", "Ben"));
    }

    /** The path of the room over REST. */
    public String path(String rest) {
        return "/api/rooms/" + roomId + rest;
    }

    /** The destination of a command to the room. */
    public String app(String command) {
        return "/app/rooms/" + roomId + "/" + command;
    }

    public String feed() {
        return "/topic/rooms/" + roomId;
    }
}
