package com.realtimeconnect.interaction.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.StompTestClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A woman and a man, and what queuing-service makes of them. */
public final class Couple implements AutoCloseable {

    private static final RedisCommands<String, String> REDIS =
            RedisClient.create(LocalServices.shared().redisUrl()).connect().sync();

    public final Guest woman;
    public final Guest man;
    private final String intent;
    private UUID interactionId = UUID.randomUUID();

    public Couple(String intent, Node hers, Node his) {
        this.intent = intent;
        this.woman = Guest.woman(hers);
        this.man = Guest.man(his);
        woman.socket().awaitEvent("state");
        man.socket().awaitEvent("state");
    }

    public static Couple onOneNode() {
        return new Couple(Stage.USUAL, Stage.first(), Stage.first());
    }

    public static Couple onTwoNodes() {
        return new Couple(Stage.USUAL, Stage.first(), Stage.second());
    }

    public static Couple inAHurry() {
        return new Couple(Stage.QUICK, Stage.quick(), Stage.quick());
    }

    public static RedisCommands<String, String> redis() {
        return REDIS;
    }

    public StompTestClient hers() {
        return woman.socket();
    }

    public StompTestClient his() {
        return man.socket();
    }

    public UUID interactionId() {
        return interactionId;
    }

    /** Matches the two, and waits until both know. */
    public Couple matched() {
        match();
        for (var guest : List.of(woman, man)) {
            var found = guest.socket().awaitEvent("found-match");
            assertThat(found.path("interactionId").asString()).isEqualTo(interactionId.toString());
        }
        return this;
    }

    public void match() {
        interactionId = UUID.randomUUID();
        publish(intent, Stage.JSON.writeValueAsString(match(Instant.now())));
    }

    public Map<String, Object> match(Instant at) {
        return Map.of(
                "matchId",
                interactionId,
                "intent",
                intent,
                "matchedAt",
                at,
                "woman",
                ticket(woman, at),
                "man",
                ticket(man, at));
    }

    public static void publish(String intent, String match) {
        REDIS.xadd("{queue:" + intent + "}:matches", Map.of("match", match));
    }

    private static Map<String, Object> ticket(Guest guest, Instant at) {
        return Map.of(
                "ticketId",
                UUID.randomUUID(),
                "userId",
                guest.id(),
                "joinedAt",
                at.minusSeconds(7),
                "ticket",
                "ticket-of-" + guest.id());
    }

    /** She lets the call begin. */
    public Couple connecting() {
        matched();
        assertThat(woman.post("/api/interactions/connect", named()).status()).isEqualTo(200);
        woman.socket().awaitEvent("call-connecting");
        man.socket().awaitEvent("call-connecting");
        return this;
    }

    /** Both hear each other. */
    public Couple active() {
        connecting();
        woman.socket().sendAndAwaitReceipt("/app/call/media-connected", named());
        man.socket().sendAndAwaitReceipt("/app/call/media-connected", named());
        woman.socket().awaitEvent("call-started");
        man.socket().awaitEvent("call-started");
        return this;
    }

    /** The body of a command that only names the interaction. */
    public Map<String, Object> named() {
        return Map.of("interactionId", interactionId);
    }

    public Map<String, Object> named(String field, Object value) {
        var body = new HashMap<>(named());
        body.put(field, value);
        return body;
    }

    public Map<String, Object> description(long negotiationId, String sdp) {
        var body = named("negotiationId", negotiationId);
        body.put("sdp", sdp);
        return body;
    }

    public Map<String, Object> candidate(long negotiationId, String candidate) {
        var body = named("negotiationId", negotiationId);
        body.putAll(Map.of("candidate", candidate, "sdpMid", "0", "sdpMLineIndex", 0));
        return body;
    }

    /** What a neighbour was told at this path about this interaction or one of these two. */
    public List<JsonNode> told(String path) {
        return Stage.neighbours().requests().stream()
                .filter(request -> request.path().startsWith(path))
                .map(request -> Stage.JSON.readTree(request.body()))
                .filter(body -> body.path("interactionId").asString("").equals(interactionId.toString())
                        || body.path("userId").asString("").equals(woman.id().toString())
                        || body.path("userId").asString("").equals(man.id().toString()))
                .toList();
    }

    @Override
    public void close() {
        woman.close();
        man.close();
    }
}
