package com.realtimeconnect.interaction.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.Guest;
import com.realtimeconnect.interaction.stage.Node;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Samples;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A block as the two people see it, each on a node of their own. */
@OnStage
class BlockApiTests {

    private static final String PATH = "/internal/blocks";
    private static final String KEEP = "/api/interactions/keep";
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    @Test
    void endsTheirCallForHimAsAnyHangUpDoes() {
        try (var hungUp = Couple.onTwoNodes().active();
                var blocked = Couple.onTwoNodes().active()) {
            hungUp.woman.post("/api/interactions/end", hungUp.named());
            assertThat(block(blocked, Stage.first())).isEqualTo(204);

            var ordinary = hungUp.his().awaitEvent("call-ended");
            var his = blocked.his().awaitEvent("call-ended");
            assertThat(his.propertyNames()).isEqualTo(ordinary.propertyNames());
            assertThat(his.path("reason").asString()).isEqualTo("hang-up");
            assertThat(blocked.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("blocked");
            assertThat(afterwards(blocked, blocked.man)).isEqualTo(afterwards(hungUp, hungUp.man));
            await().untilAsserted(() -> assertThat(blocked.told("/api/history/log-interaction"))
                    .singleElement()
                    .extracting(ended -> ended.path("endReason").asString())
                    .isEqualTo("blocked"));
        }
    }

    @Test
    void endsTheirProposalForHimAsADeclineDoes() {
        try (var declined = Couple.onTwoNodes().matched();
                var blocked = Couple.onTwoNodes().matched()) {
            declined.woman.post("/api/interactions/decline", declined.named());
            block(blocked, Stage.second());

            declined.his().awaitEvent("call-ended");
            assertThat(blocked.his().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("no-answer");
            assertThat(afterwards(blocked, blocked.man)).isEqualTo(afterwards(declined, declined.man));
            assertRestoredAsAfterADecline(blocked, blocked.man);
        }
    }

    @Test
    void endsTheirProposalForHerAsADeclineDoes() {
        try (var couple = Couple.onTwoNodes().matched()) {
            Decisions.of(couple.man, couple.woman).block(Stage.first(), 1);

            assertThat(couple.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("declined");
            assertRestoredAsAfterADecline(couple, couple.woman);
            assertThat(exclusions(couple.woman).path("declined").valueStream().map(JsonNode::asString))
                    .containsExactly(couple.man.id().toString());
        }
    }

    @Test
    void refusesTheirSignalsAtOnceOnEveryNode() {
        try (var hungUp = Couple.onTwoNodes().connecting();
                var blocked = Couple.onTwoNodes().connecting()) {
            hungUp.woman.post("/api/interactions/end", hungUp.named());
            block(blocked, Stage.first());

            for (var couple : List.of(hungUp, blocked)) {
                couple.his().awaitEvent("call-ended");
                couple.hers().awaitEvent("call-ended");
            }
            assertThat(signals(blocked)).isEqualTo(signals(hungUp));
            blocked.his().assertNoEvent("offer", A_MOMENT);
        }
    }

    @Test
    void letsNoMatchOfThemBegin() {
        try (var couple = Couple.onTwoNodes()) {
            block(couple, Stage.second());
            couple.match();

            await().untilAsserted(() -> assertThat(restored(couple))
                    .containsExactlyInAnyOrder(
                            "ticket-of-" + couple.woman.id() + " failed", "ticket-of-" + couple.man.id() + " failed"));
            couple.his().assertNoEvent("found-match", A_MOMENT);
            assertThat(couple.hers().events("found-match")).isEmpty();
            assertThat(couple.told("/api/history/log-interaction")).isEmpty();
        }
    }

    @Test
    void letsThemMeetAgainAfterItWasTakenBack() {
        try (var couple = Couple.onOneNode()) {
            block(couple, Stage.first());
            Decisions.of(couple.woman, couple.man).lift(Stage.first(), 2);

            couple.matched();
        }
    }

    @Test
    void isInForceWhileEitherOfThemWantsIt() {
        try (var couple = Couple.onOneNode()) {
            block(couple, Stage.first());
            Decisions.of(couple.man, couple.woman).block(Stage.first(), 2);
            Decisions.of(couple.woman, couple.man).lift(Stage.first(), 3);
            couple.match();

            await().until(() -> restored(couple).size() == 2);
        }
    }

    @Test
    void makesNothingOfTwoYesesAndTellsNobody() {
        try (var couple = Couple.onTwoNodes().active()) {
            couple.woman.post(KEEP, couple.named("keep", true));
            block(couple, Stage.first());
            var answer = couple.man.post(KEEP, couple.named("keep", true));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("keep").asBoolean()).isTrue();
            Decisions.of(couple.woman, couple.man).lift(Stage.first(), 2);
            couple.man.post(KEEP, couple.named("keep", true));
            couple.woman.post(KEEP, couple.named("keep", true));
            couple.his().assertNoEvent("connected", A_MOMENT);
            assertThat(couple.told("/api/history/connections"))
                    .as("what they had stays over")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/history/connections", "/internal/rooms"})
    void takesItFromHistoryAndCommunicationThatTheyAreKeptApart(String path) {
        try (var couple = Couple.onOneNode().active()) {
            var refusal = new Reply(409, "{\"code\":\"kept-apart\"}");
            var usual = path.equals("/internal/rooms") ? "{}" : null;
            Stage.neighbours()
                    .answer(
                            "POST",
                            path,
                            request -> request.body()
                                            .contains(couple.interactionId().toString())
                                    ? refusal
                                    : Reply.ok(usual == null ? request.body() : usual));
            couple.woman.post(KEEP, couple.named("keep", true));
            couple.man.post(KEEP, couple.named("keep", true));

            await().until(() -> !couple.told(path).isEmpty());
            couple.his().assertNoEvent("connected", A_MOMENT);
            await().during(Duration.ofSeconds(3)).until(() -> couple.told(path).size() == 1);
        }
    }

    @Test
    void endsWhatWasThereBeforeThoughItsEndIsHeardOfFirst() {
        try (var couple = Couple.onOneNode().active()) {
            var decisions = Decisions.of(couple.woman, couple.man);
            assertThat(decisions.lift(Stage.first(), 2)).isEqualTo(204);
            couple.his().assertNoEvent("call-ended", Duration.ofMillis(100));

            assertThat(decisions.block(Stage.first(), 1)).isEqualTo(204);
            couple.his().awaitEvent("call-ended");
            couple.hers().awaitEvent("call-ended");
            couple.matched();
        }
    }

    @Test
    void leavesAloneWhatBeganAfterABlockThatIsOver() {
        try (var couple = Couple.onOneNode()) {
            var decisions = Decisions.of(couple.woman, couple.man);
            var at = Instant.now();
            decisions.lift(Stage.first(), 2);
            couple.active();
            decisions.block(Stage.first(), 1, at);

            couple.his().assertNoEvent("call-ended", A_MOMENT);
        }
    }

    @Test
    void canBeToldAgain() {
        try (var couple = Couple.onOneNode().active()) {
            assertThat(block(couple, Stage.first())).isEqualTo(204);
            assertThat(block(couple, Stage.second())).isEqualTo(204);
            await().during(A_MOMENT)
                    .until(() -> couple.his().events("call-ended").size() == 1);
        }
    }

    @Test
    void listensToOurServicesOnly() {
        try (var couple = Couple.onOneNode()) {
            var fact = Decisions.of(couple.woman, couple.man).fact(1, Instant.now());
            for (var path : List.of(PATH, PATH + "/lifted")) {
                assertThat(couple.woman.post(path, fact).status()).isEqualTo(403);
                assertThat(Stage.first()
                                .post(TestTokens.service("user"), path, Map.of("blocker", couple.woman.id()))
                                .code())
                        .isEqualTo("validation-failed");
            }
        }
    }

    private static int block(Couple couple, Node node) {
        return Decisions.of(couple.woman, couple.man).block(node, 1);
    }

    /** What each command comes to for one of two who were in something that is over, names and times apart. */
    private static List<String> afterwards(Couple couple, Guest guest) {
        var seen = new ArrayList<String>();
        for (var command : List.of("connect", "decline", "extend", "request-video", "revoke-video", "end")) {
            seen.add(command + " " + shape(guest.post("/api/interactions/" + command, couple.named()), couple));
        }
        seen.add("keep " + shape(guest.post(KEEP, couple.named("keep", true)), couple));
        seen.add("feedback " + shape(guest.post("/api/interactions/feedback", couple.named("rating", 4)), couple));
        seen.add("current " + guest.get("/api/interactions/current").status());
        seen.add("ice " + shape(guest.get("/api/interactions/ice-servers"), couple));
        return seen;
    }

    private static String shape(Node.Answer answer, Couple couple) {
        var body = answer.body()
                .toString()
                .replace(couple.interactionId().toString(), "(interaction)")
                .replace(couple.woman.id().toString(), "(she)")
                .replace(couple.man.id().toString(), "(he)")
                .replaceAll("\"correlationId\":\"[^\"]*\"", "")
                .replaceAll("\"[^\"]*T[0-9:.]*Z\"", "(time)");
        return answer.status() + " " + body;
    }

    private static List<String> signals(Couple couple) {
        return List.of(
                refused(couple, "/app/call/offer", couple.description(1, Samples.AUDIO_OFFER)),
                refused(couple, "/app/call/ice-candidate", couple.candidate(1, Samples.HOST_CANDIDATE)),
                refused(couple, "/app/call/media-connected", couple.named()));
    }

    private static String refused(Couple couple, String destination, Object payload) {
        var problem = couple.hers().sendRefused(destination, payload);
        var same = couple.his().sendRefused(destination, payload);
        return problem.path("code").asString() + problem.path("detail").asString() + " / "
                + same.path("code").asString() + same.path("detail").asString();
    }

    private static JsonNode exclusions(Guest guest) {
        return Stage.first()
                .get(TestTokens.service("queuing"), "/internal/interactions/exclusions?id=" + guest.id())
                .body()
                .path(0);
    }

    private static List<String> restored(Couple couple) {
        return couple.told("/internal/queue/restore").stream()
                .map(restored -> restored.path("ticket").asString() + " "
                        + restored.path("reason").asString())
                .toList();
    }

    private static void assertRestoredAsAfterADecline(Couple couple, Guest innocent) {
        await().untilAsserted(
                        () -> assertThat(restored(couple)).containsExactly("ticket-of-" + innocent.id() + " declined"));
    }
}
