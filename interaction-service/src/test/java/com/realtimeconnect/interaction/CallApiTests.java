package com.realtimeconnect.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.Node;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnStage
class CallApiTests {

    private static final String EXTEND = "/api/interactions/extend";
    private static final String END = "/api/interactions/end";
    private static final String KEEP = "/api/interactions/keep";
    private static final String FEEDBACK = "/api/interactions/feedback";

    @Test
    void startsItsClockWhenBothHaveMedia() {
        try (var couple = Couple.onTwoNodes().connecting()) {
            couple.hers().sendAndAwaitReceipt("/app/call/media-connected", couple.named());
            couple.hers().assertNoEvent("call-started", Duration.ofMillis(200));
            couple.his().sendAndAwaitReceipt("/app/call/media-connected", couple.named());

            var hers = couple.hers().awaitEvent("call-started");
            var his = couple.his().awaitEvent("call-started");
            assertThat(hers.path("endsAt")).isEqualTo(his.path("endsAt"));
            assertThat(Duration.between(
                            Instant.parse(hers.path("startedAt").asString()),
                            Instant.parse(hers.path("endsAt").asString())))
                    .isEqualTo(Duration.ofMinutes(3));
            assertThat(hers.path("serverNow").isString()).isTrue();
        }
    }

    @Test
    void growsWhenBothAskAndShowsNothingOfASingleYes() {
        try (var couple = Couple.onTwoNodes().active()) {
            var before = couple.man.get("/api/interactions/current").body();
            couple.woman.post(EXTEND, couple.named());
            assertThat(couple.man.get("/api/interactions/current").body().path("endsAt"))
                    .isEqualTo(before.path("endsAt"));
            couple.his().assertNoEvent("call-extended", Duration.ofMillis(200));

            for (var seconds : List.of(180, 360)) {
                couple.woman.post(EXTEND, couple.named());
                couple.man.post(EXTEND, couple.named());
                var endsAt = Instant.parse(
                        couple.his().awaitEvent("call-extended").path("endsAt").asString());
                assertThat(Duration.between(Instant.parse(before.path("endsAt").asString()), endsAt))
                        .isEqualTo(Duration.ofSeconds(seconds));
            }
            assertThat(couple.man.post(EXTEND, couple.named()).code()).isEqualTo("no-more-extensions");
        }
    }

    @Test
    void endsOnceForBothByRestOrStomp() {
        try (var couple = Couple.onTwoNodes().active()) {
            couple.hers().sendAndAwaitReceipt("/app/call/end", couple.named());
            assertThat(couple.man.post(END, couple.named()).status()).isEqualTo(200);

            assertThat(couple.his().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("hang-up");
            await().untilAsserted(() ->
                    assertThat(couple.told("/api/history/log-interaction")).hasSize(1));
            assertThat(couple.his().events("call-ended")).hasSize(1);
            assertThat(couple.told("/internal/queue/restore")).isEmpty();
        }
    }

    @Test
    void goesOnWhileSomebodyComesBackOnAnotherNode() {
        try (var couple = Couple.onTwoNodes().active()) {
            couple.his().drop();
            couple.hers().awaitEvent("peer-reconnecting");
            assertThat(couple.woman
                            .get("/api/interactions/current")
                            .body()
                            .path("state")
                            .asString())
                    .isEqualTo("RECONNECTING");

            var back = couple.man.connect(Stage.first());

            var state = back.awaitEvent("state").path("interaction");
            assertThat(state.path("state").asString()).isEqualTo("ACTIVE");
            assertThat(state.path("endsAt").isString()).isTrue();
            assertThat(state.path("peer").path("displayName").asString()).isEqualTo("Ada");
            couple.hers().awaitEvent("peer-reconnected");
        }
    }

    @Test
    void takesANewerSocketForTheSamePerson() {
        try (var couple = Couple.onTwoNodes().active()) {
            var old = couple.his();
            couple.man.connect(Stage.first()).awaitEvent("state");

            assertThat(old.awaitClose()).isEqualTo(4503);
            couple.hers().assertNoEvent("call-ended", Duration.ofMillis(300));
            assertThat(couple.woman
                            .get("/api/interactions/current")
                            .body()
                            .path("state")
                            .asString())
                    .isEqualTo("ACTIVE");
        }
    }

    @Test
    void endsWhenSomebodyDoesNotComeBack() {
        try (var couple = Couple.inAHurry().active()) {
            couple.his().drop();
            couple.hers().awaitEvent("peer-reconnecting");

            assertThat(couple.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("peer-lost");
        }
    }

    @Test
    void connectsThoseWhoBothKeepAndNobodyElse() {
        try (var couple = Couple.onTwoNodes().active()) {
            assertThat(couple.woman.post(KEEP, couple.named("keep", true)).status())
                    .isEqualTo(200);
            couple.woman.post(END, couple.named());
            couple.his().awaitEvent("call-ended");
            assertThat(couple.man.post(KEEP, couple.named("keep", false)).status())
                    .isEqualTo(200);
            couple.hers().assertNoEvent("connected", Duration.ofMillis(300));

            couple.man.post(KEEP, couple.named("keep", true));
            couple.man.post(KEEP, couple.named("keep", true));

            assertThat(couple.hers().awaitEvent("connected").path("roomId").isString())
                    .isTrue();
            couple.his().awaitEvent("connected");
            assertThat(couple.told("/api/history/connections")).hasSize(1);
        }
    }

    @Test
    void staysInTheRoomOfThoseWhoAreConnectedAlready() {
        var connections = "/api/history/connections";
        try (var couple = Couple.onOneNode().active()) {
            var old = Map.of("connectionId", UUID.randomUUID(), "roomId", UUID.randomUUID(), "since", Instant.now());
            Stage.neighbours()
                    .answer("POST", connections, request -> Neighbours.Reply.ok(Stage.JSON.writeValueAsString(old)));
            try {
                couple.woman.post(KEEP, couple.named("keep", true));
                couple.man.post(KEEP, couple.named("keep", true));

                assertThat(couple.his().awaitEvent("connected").path("roomId").asString())
                        .isEqualTo(String.valueOf(old.get("roomId")));
                assertThat(couple.told("/internal/rooms")
                                .getFirst()
                                .path("roomId")
                                .asString())
                        .isEqualTo(String.valueOf(old.get("roomId")));
            } finally {
                Stage.neighbours().answer("POST", connections, request -> Neighbours.Reply.ok(request.body()));
            }
        }
    }

    @Test
    void doesNotConnectThoseWhoBlockedEachOtherMeanwhile() {
        try (var couple = Couple.onOneNode().active()) {
            couple.man.post(KEEP, couple.named("keep", true));
            couple.woman.describe(Map.of("blocked", List.of(couple.man.id())));
            couple.woman.post(KEEP, couple.named("keep", true));

            couple.his().assertNoEvent("connected", Duration.ofMillis(500));
            assertThat(couple.told("/api/history/connections")).isEmpty();
        }
    }

    @Test
    void keepsNothingOfACallThatNeverWas() {
        try (var couple = Couple.onOneNode().matched()) {
            assertThat(couple.woman.post(KEEP, couple.named("keep", true)).code())
                    .isEqualTo("wrong-state");
        }
    }

    @Test
    void takesFeedbackOnceAfterTheEnd() {
        try (var couple = Couple.onOneNode().active()) {
            var praise = couple.named("rating", 5);
            praise.put("tags", List.of("kind", "good listener"));
            assertThat(couple.woman.post(FEEDBACK, praise).code()).isEqualTo("wrong-state");
            couple.woman.post(END, couple.named());

            assertThat(couple.woman.post(FEEDBACK, praise).status()).isEqualTo(200);
            assertThat(couple.woman.post(FEEDBACK, praise).status()).isEqualTo(200);
            assertThat(couple.woman.post(FEEDBACK, couple.named("rating", 1)).code())
                    .isEqualTo("feedback-given");
            assertThat(couple.man.post(FEEDBACK, couple.named("rating", 6)).code())
                    .isEqualTo("validation-failed");
            assertThat(couple.man.post(FEEDBACK, couple.named("rating", 0)).code())
                    .isEqualTo("validation-failed");
        }
    }

    @Test
    void givesIceServersOnlyWhileInAnInteraction() {
        try (var couple = Couple.inAHurry()) {
            assertThat(couple.woman.get("/api/interactions/ice-servers").code()).isEqualTo("no-interaction");
            couple.matched();

            var servers = couple.woman.get("/api/interactions/ice-servers").body();

            assertThat(servers.path("iceTransportPolicy").asString()).isEqualTo("relay");
            var turn = servers.path("iceServers").get(1);
            assertThat(turn.path("urls").get(0).asString()).startsWith("turn:");
            assertThat(turn.path("username").asString()).endsWith(":" + couple.interactionId());
            assertThat(turn.path("credential").isString()).isTrue();
        }
    }

    @Test
    void isCutByUserService() {
        try (var couple = Couple.onTwoNodes().active()) {
            var path = "/internal/interactions/" + couple.interactionId() + "/cut";
            var body = Map.of("by", couple.woman.id(), "reason", "reported");
            assertThat(Stage.first().post(couple.woman.token(), path, body).status())
                    .isEqualTo(403);

            assertThat(Stage.first()
                            .post(TestTokens.service("user"), path, body)
                            .status())
                    .isEqualTo(204);

            assertThat(couple.his().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("hang-up");
            assertThat(couple.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("reported");
            await().untilAsserted(() -> assertThat(couple.told("/api/history/log-interaction"))
                    .singleElement()
                    .satisfies(logged -> {
                        assertThat(logged.path("endReason").asString()).isEqualTo("reported");
                        assertThat(logged.path("reported").asBoolean()).isTrue();
                    }));
        }
    }

    @Test
    void endsWhenOneOfTheTwoIsSuspendedAndBeginsNoOther() {
        try (var couple = Couple.onTwoNodes().active()) {
            assertThat(standing(couple.man.token(), couple.man.id(), 1, "suspended")
                            .status())
                    .isEqualTo(403);
            assertThat(standing(couple.man.id(), 4, "suspended")).isEqualTo(204);
            assertThat(standing(couple.man.id(), 4, "suspended")).isEqualTo(204);
            assertThat(couple.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("hang-up");
            assertThat(standing(couple.man.id(), 3, "good")).as("an older word").isEqualTo(204);

            couple.match();
            await().untilAsserted(() -> assertThat(couple.told("/internal/queue/restore"))
                    .as("she gets her place back, he does not")
                    .hasSize(1));
            assertThat(couple.hers().events("found-match")).as("the first one").hasSize(1);

            assertThat(standing(couple.man.id(), 5, "good")).isEqualTo(204);
            couple.matched();
            assertThat(standing(couple.man.id(), 6, "held")).isEqualTo(204);
            assertThat(couple.woman.get("/api/interactions/current").status())
                    .as("who is held back may finish what began")
                    .isEqualTo(200);
        }
    }

    @Test
    void isAccountedForToServicesOnly() {
        try (var couple = Couple.onTwoNodes().active()) {
            var path = "/internal/interactions/" + couple.interactionId();
            assertThat(Stage.first().get(couple.woman.token(), path).status()).isEqualTo(403);
            var service = TestTokens.service("user");
            assertThat(Stage.first()
                            .get(service, "/internal/interactions/" + UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
            var account = Stage.first().get(service, path).body();
            assertThat(account.at("/woman/userId").asString())
                    .isEqualTo(couple.woman.id().toString());
            assertThat(account.path("state").asString()).isEqualTo("ACTIVE");
            assertThat(account.path("endedAt").isNull()).isTrue();
            assertThat(account.path("consentLog")
                            .valueStream()
                            .map(entry -> entry.path("action").asString()))
                    .startsWith("PROPOSED", "CONNECTED");
        }
    }

    private static int standing(UUID user, long version, String standing) {
        return standing(TestTokens.service("user"), user, version, standing).status();
    }

    private static Node.Answer standing(String token, UUID user, long version, String standing) {
        return Stage.second()
                .post(
                        token,
                        "/internal/standings",
                        Map.of("userId", user, "version", version, "standing", standing, "at", "2026-01-01T00:00:00Z"));
    }

    @Test
    void bringsEveryEndToHistoryOnceItIsBack() {
        var log = "/api/history/log-interaction";
        try (var couple = Couple.onOneNode().active()) {
            Stage.neighbours().answer("POST", log, request -> new Neighbours.Reply(503, "{}"));
            try {
                couple.woman.post(END, couple.named());
                await().untilAsserted(() -> assertThat(couple.told(log)).isNotEmpty());
            } finally {
                Stage.neighbours().answer("POST", log, request -> Neighbours.Reply.ok("{}"));
            }
            var refused = couple.told(log).size();
            await().untilAsserted(() -> assertThat(couple.told(log)).hasSize(refused + 1));
        }
    }
}
