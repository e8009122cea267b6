package com.realtimeconnect.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.Guest;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@OnStage
class ProposalApiTests {

    private static final String CONNECT = "/api/interactions/connect";
    private static final String DECLINE = "/api/interactions/decline";

    @Test
    void tellsEachOfTheOther() {
        try (var couple = Couple.onTwoNodes()) {
            couple.match();
            var hers = couple.hers().awaitEvent("found-match");
            var his = couple.his().awaitEvent("found-match");

            assertThat(hers.propertyNames())
                    .containsExactlyInAnyOrder(
                            "interactionId",
                            "intent",
                            "peer",
                            "role",
                            "iceServers",
                            "iceTransportPolicy",
                            "respondBy",
                            "callSeconds");
            assertThat(hers.path("role").asString()).isEqualTo("offerer");
            assertThat(his.path("role").asString()).isEqualTo("answerer");
            assertThat(his.path("peer").path("displayName").asString()).isEqualTo("Ada");
            assertThat(his.path("peer").path("bio").asString()).isEqualTo("Likes tests");
            assertThat(hers.path("iceTransportPolicy").asString()).isEqualTo("all");
            assertThat(hers.path("callSeconds").asInt()).isEqualTo(180);
            assertThat(Instant.parse(hers.path("respondBy").asString())).isAfter(Instant.now());
            assertThat(couple.man
                            .get("/api/interactions/current")
                            .body()
                            .path("state")
                            .asString())
                    .isEqualTo("PROPOSED");
        }
    }

    @Test
    void letsHerConnectAsOftenAsSheLikes() {
        try (var couple = Couple.onTwoNodes().connecting()) {
            var again = couple.woman.post(CONNECT, couple.named());

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body().path("state").asString()).isEqualTo("CONNECTING");
            couple.his().assertNoEvent("call-ended", Duration.ofMillis(200));
            assertThat(couple.his().events("call-connecting")).hasSize(1);
        }
    }

    @Test
    void doesNotLetHimConnect() {
        try (var couple = Couple.onOneNode().matched()) {
            var refused = couple.man.post(CONNECT, couple.named());

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("women-only");
            assertThat(couple.woman
                            .get("/api/interactions/current")
                            .body()
                            .path("state")
                            .asString())
                    .isEqualTo("PROPOSED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect",
                "decline",
                "end",
                "extend",
                "request-video",
                "revoke-video",
                "video-response",
                "keep",
                "feedback"
            })
    void saysNothingToAThirdPerson(String command) {
        try (var couple = Couple.onOneNode().matched();
                var stranger = Guest.woman(Stage.first())) {
            var body = switch (command) {
                case "video-response" -> couple.named("approved", true);
                case "keep" -> couple.named("keep", true);
                case "feedback" -> couple.named("rating", 1);
                default -> couple.named();
            };
            var refused = stranger.post("/api/interactions/" + command, body);
            var unknown = stranger.post("/api/interactions/connect", Map.of("interactionId", UUID.randomUUID()));

            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body().path("detail")).isEqualTo(unknown.body().path("detail"));
            assertThat(couple.man
                            .get("/api/interactions/current")
                            .body()
                            .path("state")
                            .asString())
                    .isEqualTo("PROPOSED");
        }
    }

    @Test
    void connectsByItselfIfSheWantsThat() {
        try (var couple = Couple.onOneNode()) {
            couple.woman.describe(Map.of("autoConnect", true));
            couple.match();

            couple.his().awaitEvent("found-match");
            couple.his().awaitEvent("call-connecting");
            couple.hers().awaitEvent("call-connecting");
        }
    }

    @Test
    void givesHimHisPlaceBackWhenSheDeclinesAndTellsHimOnlyOfNoAnswer() {
        try (var couple = Couple.onTwoNodes().matched()) {
            assertThat(couple.woman.post(DECLINE, couple.named()).status()).isEqualTo(200);
            assertThat(couple.woman.post(DECLINE, couple.named()).status()).isEqualTo(200);

            var his = couple.his().awaitEvent("call-ended");
            assertThat(his.path("reason").asString()).isEqualTo("no-answer");
            assertThat(his.path("durationSeconds").asInt()).isZero();
            assertThat(couple.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("declined");
            assertRestored(couple, couple.man, "declined");
            await().untilAsserted(() -> assertThat(couple.told("/api/history/log-interaction"))
                    .singleElement()
                    .extracting(ended -> ended.path("endReason").asString())
                    .isEqualTo("declined"));
            assertThat(couple.woman.post(CONNECT, couple.named()).code()).isEqualTo("wrong-state");
            assertThat(couple.man.get("/api/interactions/current").status()).isEqualTo(204);
        }
    }

    @Test
    void givesHerPlaceBackWhenHeDeclines() {
        try (var couple = Couple.onOneNode().matched()) {
            var ended = couple.man.post(DECLINE, couple.named());

            assertThat(ended.body().path("endReason").asString()).isEqualTo("no-answer");
            assertThat(couple.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("declined");
            assertRestored(couple, couple.woman, "declined");
        }
    }

    @Test
    void givesHisPlaceBackWhenSheDoesNotAnswer() {
        try (var couple = Couple.inAHurry().matched()) {
            assertThat(couple.his().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("no-answer");
            assertRestored(couple, couple.man, "declined");
        }
    }

    @Test
    void givesThePlaceBackOfWhoeverDidTheirPart() {
        try (var couple = Couple.inAHurry().connecting()) {
            couple.hers().sendAndAwaitReceipt("/app/call/media-connected", couple.named());

            assertThat(couple.his().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("setup-failed");
            assertRestored(couple, couple.woman, "failed");
        }
    }

    @Test
    void tellsAnAttemptFromACall() {
        try (var couple = Couple.onOneNode().connecting()) {
            couple.man.post("/api/interactions/end", couple.named());

            assertThat(couple.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("hang-up");
            var attempted = internal("/exclusions?id=" + couple.woman.id()).path(0);
            assertThat(attempted.path("met")).hasSize(1);
            assertThat(attempted.path("talked")).isEmpty();
        }
        try (var couple = Couple.onOneNode().active()) {
            couple.man.post("/api/interactions/end", couple.named());
            couple.hers().awaitEvent("call-ended");

            var talked = internal("/exclusions?id=" + couple.woman.id()).path(0);
            assertThat(talked.path("talked")).isEqualTo(talked.path("met"));
            assertThat(talked.path("talked")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reported", "suspended"})
    void givesThePlaceBackOfWhoeverWasProposedToSomebodyWhoIsTakenOut(String reason) {
        try (var couple = Couple.onOneNode().matched()) {
            assertThat(Stage.first()
                            .post(
                                    TestTokens.service("user"),
                                    "/internal/interactions/" + couple.interactionId() + "/cut",
                                    Map.of("by", couple.woman.id(), "reason", reason))
                            .status())
                    .isEqualTo(204);

            assertThat(couple.his().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("no-answer");
            assertRestored(couple, couple.man, "declined");
        }
    }

    @Test
    void putsBackWhoeverWasMatchedWithSomebodyInACall() {
        try (var couple = Couple.onOneNode().matched();
                var third = Guest.man(Stage.first())) {
            var at = Instant.now();
            var late = new HashMap<>(couple.match(at));
            late.put("matchId", UUID.randomUUID());
            late.put(
                    "man",
                    Map.of("ticketId", UUID.randomUUID(), "userId", third.id(), "joinedAt", at, "ticket", "third"));
            Couple.publish(Stage.USUAL, Stage.JSON.writeValueAsString(late));

            await().untilAsserted(() -> assertThat(restoredTickets()).contains("third"));
            assertThat(restoredTickets()).doesNotContain("ticket-of-" + couple.woman.id());
            assertThat(third.get("/api/interactions/current").status()).isEqualTo(204);
            third.socket().assertNoEvent("found-match", Duration.ofMillis(100));
            third.close();
        }
    }

    @Test
    void staysTheWorkOfTheJoinThatLedToIt() {
        try (var couple = Couple.onTwoNodes()) {
            var match = new HashMap<>(couple.match(Instant.now()));
            match.put("matchId", UUID.randomUUID());
            match.put("correlationId", "his-join");
            Couple.publish(Stage.USUAL, Stage.JSON.writeValueAsString(match));

            couple.hers().awaitEvent("found-match");
            assertThat(couple.hers().frames())
                    .filteredOn(frame -> frame.body().contains("found-match"))
                    .singleElement()
                    .satisfies(
                            frame -> assertThat(frame.header("correlation-id")).isEqualTo("his-join"));
        }
    }

    @Test
    void opensAMatchOnceHoweverOftenItComes() {
        try (var couple = Couple.onTwoNodes().matched()) {
            Couple.publish(Stage.USUAL, Stage.JSON.writeValueAsString(couple.match(Instant.now())));

            couple.his().awaitEvent("found-match"); // told again, for the first may have been lost
            assertThat(couple.man
                            .get("/api/interactions/current")
                            .body()
                            .path("interactionId")
                            .asString())
                    .isEqualTo(couple.interactionId().toString());
            assertThat(couple.told("/internal/queue/restore")).isEmpty();
        }
    }

    @Test
    void doesNotProposeTheBlocked() {
        try (var couple = Couple.onOneNode()) {
            couple.woman.describe(Map.of("blocked", List.of(couple.man.id())));
            couple.match();

            await().untilAsserted(() ->
                    assertThat(couple.told("/internal/queue/restore")).hasSize(2));
            assertThat(couple.his().events("found-match")).isEmpty();
        }
    }

    @Test
    void waitsForUserServiceAndThenProposes() {
        try (var couple = Couple.onOneNode()) {
            Stage.neighbours()
                    .answer("GET", "/internal/people/" + couple.man.id(), request -> new Neighbours.Reply(503, "{}"));
            couple.match();
            couple.his().assertNoEvent("found-match", Duration.ofMillis(500));

            couple.man.describe(Map.of());

            couple.his().awaitEvent("found-match");
        }
    }

    @Test
    void givesUpAMatchThatIsTooOld() {
        try (var couple = Couple.onOneNode()) {
            Couple.publish(
                    Stage.USUAL,
                    Stage.JSON.writeValueAsString(couple.match(Instant.now().minusSeconds(60))));

            await().untilAsserted(() ->
                    assertThat(couple.told("/internal/queue/restore")).hasSize(2));
            assertThat(couple.his().events("found-match")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "nonsense", "{\"matchId\":\"x\"}", "null", "[]"})
    void goesOnAfterAnEntryThatIsNoMatch(String entry) {
        Couple.publish(Stage.USUAL, entry);
        try (var couple = Couple.onOneNode().matched()) {
            assertThat(couple.his().events("found-match")).hasSize(1);
        }
        await().untilAsserted(() -> assertThat(Couple.redis().xlen("{queue:" + Stage.USUAL + "}:matches"))
                .isZero());
    }

    @Test
    void readsOnAfterRedisLostTheStream() {
        try (var before = Couple.onOneNode().matched()) {
            Couple.redis().del("{queue:" + Stage.USUAL + "}:matches");
            try (var after = Couple.onOneNode().matched()) {
                assertThat(after.interactionId()).isNotEqualTo(before.interactionId());
            }
        }
    }

    @Test
    void hintsWhoIsInACall() {
        try (var couple = Couple.onOneNode().matched()) {
            var key = "interaction:live:{" + couple.man.id() + "}";
            await().untilAsserted(() -> assertThat(Couple.redis().get(key))
                    .isEqualTo(couple.interactionId().toString()));
            assertThat(Couple.redis().ttl(key)).isPositive();

            couple.man.post(DECLINE, couple.named());

            await().untilAsserted(() -> assertThat(Couple.redis().get(key)).isNull());
        }
    }

    @Test
    void tellsOtherServicesWhoMetWhom() {
        try (var couple = Couple.onOneNode().matched()) {
            var live = internal("/exclusions?id=" + couple.woman.id()).path(0);
            assertThat(live.path("liveInteractionId").asString())
                    .isEqualTo(couple.interactionId().toString());
            assertThat(live.path("met")).isEmpty();

            couple.woman.post(DECLINE, couple.named());

            var declined = internal("/exclusions?id=" + couple.man.id()).path(0);
            assertThat(declined.path("liveInteractionId").isNull()).isTrue();
            assertThat(declined.path("declined"))
                    .singleElement()
                    .satisfies(peer -> assertThat(peer.asString())
                            .isEqualTo(couple.woman.id().toString()));
            var between = internal("/between/" + couple.man.id() + "/" + couple.woman.id());
            assertThat(between.path("matched").asBoolean()).isTrue();
            assertThat(between.path("live").asBoolean()).isFalse();
            assertThat(internal("/between/" + couple.man.id() + "/" + UUID.randomUUID())
                            .path("matched")
                            .asBoolean())
                    .isFalse();
            assertThat(couple.man
                            .get("/internal/interactions/exclusions?id=" + couple.man.id())
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesBadBodies() {
        try (var couple = Couple.onOneNode().matched()) {
            assertThat(couple.woman.post(CONNECT, "{").code()).isEqualTo("malformed-body");
            assertThat(couple.woman.post(CONNECT, "{}").code()).isEqualTo("validation-failed");
            assertThat(couple.woman
                            .post(CONNECT, couple.named("role", "female"))
                            .code())
                    .isEqualTo("unknown-field");
            assertThat(couple.woman
                            .post(CONNECT, Map.of("interactionId", "not-a-uuid"))
                            .status())
                    .isEqualTo(400);
            assertThat(couple.woman.get("/api/interactions/nothing").status()).isEqualTo(404);
            assertThat(couple.woman.get(CONNECT).status()).isEqualTo(405);
        }
    }

    private static JsonNode internal(String path) {
        var answer = Stage.first().get(TestTokens.service("queuing"), "/internal/interactions" + path);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static void assertRestored(Couple couple, Guest innocent, String reason) {
        await().untilAsserted(() -> assertThat(couple.told("/internal/queue/restore"))
                .singleElement()
                .satisfies(restored -> {
                    assertThat(restored.path("ticket").asString()).isEqualTo("ticket-of-" + innocent.id());
                    assertThat(restored.path("userId").asString())
                            .isEqualTo(innocent.id().toString());
                    assertThat(restored.path("reason").asString()).isEqualTo(reason);
                }));
    }

    private static List<String> restoredTickets() {
        return Stage.neighbours().requests().stream()
                .filter(request -> request.path().startsWith("/internal/queue/restore"))
                .map(request ->
                        Stage.JSON.readTree(request.body()).path("ticket").asString())
                .toList();
    }
}
