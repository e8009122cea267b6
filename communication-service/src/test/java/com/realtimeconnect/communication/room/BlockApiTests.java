package com.realtimeconnect.communication.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import com.realtimeconnect.test.PairedTimes;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a block does to the room of two people; she blocks him. */
@ChatTest
class BlockApiTests {

    private static final String SERVICE = TestTokens.service("user");
    private static final String BLOCKS = "/internal/blocks";
    private static final String LIFTED = "/internal/blocks/lifted";
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final Duration SMALL = Duration.ofMillis(10);

    private final ChatApi api;
    private final JdbcClient jdbc;

    @Autowired
    BlockApiTests(@LocalServerPort int port, JdbcClient jdbc) {
        this.api = new ChatApi(port);
        this.jdbc = jdbc;
    }

    @Test
    void closesTheRoomForBothAtOnce() {
        var couple = api.couple();
        try (var hers = connected(couple.womanToken());
                var his = connected(couple.manToken())) {
            his.subscribe(couple.feed());
            assertThat(block(couple, 1)).isEqualTo(204);
            var toHer = hers.awaitEvent("room-closed");
            var toHim = his.awaitEvent("room-closed");
            assertThat(toHim).isEqualTo(toHer);
            assertThat(toHim.propertyNames()).containsExactlyInAnyOrder("roomId", "closedAt");

            block(couple, 1);
            await().during(A_MOMENT).until(() -> hers.events("room-closed").size() == 1);
        }
    }

    @Test
    void isForHimLikeARoomThatNeverWas() {
        var couple = api.couple();
        var sent = api.send(couple, couple.manToken(), "a", "Hello");
        block(couple, 1);
        var message = sent.body().path("messageId").asString();
        try (var his = connected(couple.manToken())) {
            assertThat(refusals(couple.roomId(), message, couple.manToken(), his))
                    .isEqualTo(refusals(UUID.randomUUID(), message, couple.manToken(), his))
                    .allMatch(refusal -> refusal.startsWith("404 not-found"));
        }
        assertThat(api.get("/api/rooms", couple.manToken()).body().path("items"))
                .isEmpty();
    }

    @Test
    void takesAsLongAsTheRefusalOfARoomThatNeverWas() {
        var couple = api.couple();
        block(couple, 1);
        var gone = Couple.between(couple.woman(), couple.man());
        assertThat(PairedTimes.difference(
                        () -> api.send(couple, couple.manToken(), "x", "Hello"),
                        () -> api.send(gone, couple.manToken(), "x", "Hello"),
                        SMALL))
                .isLessThan(SMALL);
    }

    @Test
    void isForHerLikeAnyClosedRoom() {
        var removed = api.couple();
        api.close(removed.roomId(), Map.of("reason", "removed"));
        var couple = api.couple();
        var sent = api.send(couple, couple.manToken(), "a", "Hello");
        block(couple, 1);
        try (var hers = connected(couple.womanToken());
                var other = connected(removed.womanToken())) {
            assertThat(writes(couple.roomId(), couple.womanToken(), hers))
                    .isEqualTo(writes(removed.roomId(), removed.womanToken(), other))
                    .allMatch(refusal -> refusal.startsWith("409 room-closed"));
        }
        assertThat(api.history(couple, couple.womanToken())).containsExactly(sent.body());
    }

    @Test
    void hidesTheirEarlierRoomsToo() {
        var earlier = api.couple();
        api.close(earlier.roomId(), Map.of("reason", "removed"));
        var later = Couple.between(earlier.woman(), earlier.man());
        api.open(later);
        block(later, 1);
        assertThat(api.get("/api/rooms", later.manToken()).body().path("items")).isEmpty();
        assertThat(api.get("/api/rooms", later.womanToken()).body().path("items"))
                .hasSize(2);
    }

    @Test
    void opensNoRoomThatComesLate() {
        var couple = Couple.create();
        block(couple, 1);
        assertThat(api.open(couple).outcome()).isEqualTo("409 kept-apart");
        lift(couple, 2);
        assertThat(api.open(couple).outcome()).as("what they had stays over").isEqualTo("409 kept-apart");

        var again = new HashMap<>(Couple.between(couple.woman(), couple.man()).connection());
        again.put("since", Instant.now().toString());
        assertThat(api.post("/internal/rooms", SERVICE, again).status()).isEqualTo(201);
    }

    @Test
    void leavesTheRoomShutWhenItIsTakenBack() {
        var couple = api.couple();
        block(couple, 1);
        lift(couple, 2);
        assertThat(api.send(couple, couple.womanToken(), "a", "Hello").outcome())
                .isEqualTo("409 room-closed");
        assertThat(api.send(couple, couple.manToken(), "b", "Hello").outcome()).isEqualTo("404 not-found");
    }

    @Test
    void shutsWhatWasThereBeforeThoughItsEndIsHeardOfFirst() {
        var couple = api.couple();
        lift(couple, 2);
        assertThat(api.send(couple, couple.manToken(), "a", "Hello").status()).isEqualTo(201);
        block(couple, 1);
        assertThat(api.send(couple, couple.manToken(), "b", "Hello").outcome()).isEqualTo("404 not-found");
    }

    @Test
    void givesHimNothingThatHeWasStillToRead() {
        var couple = api.couple();
        for (var number = 0; number < 5; number++) {
            api.send(couple, couple.womanToken(), "m" + number, "Hello");
        }
        block(couple, 1);
        try (var his = api.connect(couple.manToken())) {
            assertThat(his.awaitEvent("state").path("rooms")).isEmpty();
            his.assertNoEvent("message", A_MOMENT);
        }
    }

    /** Opened and blocked at the same moment: whichever was first, nothing is left open. */
    @RepeatedTest(5)
    void leavesNothingOpenWhateverComesFirst() throws Exception {
        var doings = new ArrayList<Callable<Object>>();
        var couples = new ArrayList<Couple>();
        for (var number = 0; number < 10; number++) {
            var couple = Couple.create();
            couples.add(couple);
            doings.add(() -> api.open(couple));
            doings.add(() -> block(couple, 1));
        }
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (var done : executor.invokeAll(doings)) {
                done.get();
            }
        }
        assertThat(jdbc.sql("select count(*) from chat.rooms where closed_at is null and id in (:rooms)")
                        .param("rooms", couples.stream().map(Couple::roomId).toList())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void listensToOurServicesOnly() {
        var couple = Couple.create();
        for (var path : List.of(BLOCKS, LIFTED)) {
            assertThat(api.post(path, couple.womanToken(), fact(couple, 1)).outcome())
                    .isEqualTo("403 forbidden");
            assertThat(api.post(path, null, fact(couple, 1)).status()).isEqualTo(401);
            assertThat(api.post(path, SERVICE, Map.of("blocker", couple.woman()))
                            .outcome())
                    .isEqualTo("400 validation-failed");
            assertThat(api.post(path, SERVICE, fact(couple, 0)).outcome()).isEqualTo("400 validation-failed");
        }
    }

    /** What everything that can be done in a room comes to. */
    private List<String> refusals(UUID room, String messageId, String token, StompTestClient socket) {
        var all = new ArrayList<>(writes(room, token, socket));
        var path = "/api/rooms/" + room + "/messages";
        all.add(shape(api.get(path, token), room));
        all.add(shape(api.delete(path + "/" + messageId, token), room));
        all.add(refusal(socket, room, "resume", Map.of("afterSeq", 0)));
        all.add(refusal(socket, room, "read", Map.of("upToSeq", 0)));
        all.add(subscriptionRefusal(room, token));
        return all;
    }

    private List<String> writes(UUID room, String token, StompTestClient socket) {
        var message = Map.of("clientMessageId", "late", "body", "Hello");
        return List.of(
                shape(api.post("/api/rooms/" + room + "/messages", token, message), room),
                refusal(socket, room, "send", message),
                refusal(socket, room, "typing", Map.of()));
    }

    private static String refusal(StompTestClient socket, UUID room, String command, Object payload) {
        return told(socket.sendRefused("/app/rooms/" + room + "/" + command, payload));
    }

    private String subscriptionRefusal(UUID room, String token) {
        try (var socket = connected(token)) {
            socket.sendFrame(
                    "SUBSCRIBE", Map.of("id", "feed", "destination", "/topic/rooms/" + room, "receipt", "r-feed"), "");
            return told(socket.awaitError("r-feed"));
        }
    }

    private static String told(JsonNode problem) {
        return problem.path("status").asInt() + " " + problem.path("code").asString() + " "
                + problem.path("detail").asString();
    }

    private static String shape(ChatApi.Answer answer, UUID room) {
        return answer.outcome() + " "
                + answer.text().replace(room.toString(), "(room)").replaceAll("\"correlationId\":\"[^\"]*\"", "");
    }

    private StompTestClient connected(String token) {
        var socket = api.connect(token);
        socket.awaitEvent("state");
        return socket;
    }

    private int block(Couple couple, long step) {
        return api.post(BLOCKS, SERVICE, fact(couple, step)).status();
    }

    private void lift(Couple couple, long step) {
        assertThat(api.post(LIFTED, SERVICE, fact(couple, step)).status()).isEqualTo(204);
    }

    private static Map<String, Object> fact(Couple couple, long step) {
        return Map.of(
                "blocker",
                couple.woman(),
                "blocked",
                couple.man(),
                "at",
                Instant.now().toString(),
                "step",
                step);
    }
}
