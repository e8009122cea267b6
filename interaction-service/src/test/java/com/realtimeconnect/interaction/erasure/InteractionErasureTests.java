package com.realtimeconnect.interaction.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.Guest;
import com.realtimeconnect.interaction.stage.Node;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.test.PersonalTraces;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnStage
class InteractionErasureTests {

    private static final String LOG = "/api/history/log-interaction";
    private static final String USER_SERVICE = TestTokens.service("user");

    private final String name = "Zuleika-" + UUID.randomUUID();

    @Test
    void endsTheCallAndForgetsTheName() {
        try (var couple = Couple.onTwoNodes()) {
            named(couple.woman);
            couple.active();

            var report = erase(couple.woman);
            assertThat(report.status()).isEqualTo(200);
            assertThat(report.body().path("changed").path("interactions").asInt())
                    .isEqualTo(1);
            assertThat(couple.his().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("hang-up");
            assertThat(couple.man.get("/api/interactions/current").status()).isEqualTo(204);

            await().untilAsserted(() -> assertThat(traces()).isEmpty());
            assertThat(erase(couple.woman)
                            .body()
                            .path("changed")
                            .path("interactions")
                            .asInt())
                    .as("again")
                    .isZero();
        }
    }

    @Test
    void takesTheNameOutOfFactsThatWait() {
        try (var couple = Couple.onTwoNodes()) {
            named(couple.woman);
            Stage.neighbours().answer("POST", LOG, request -> new Reply(503, "{}"));
            couple.active();
            couple.man.post("/api/interactions/end", couple.named());
            couple.his().awaitEvent("call-ended");
            assertThat(traces()).isNotEmpty();

            await().until(() -> erase(couple.woman).status() == 200);
            assertThat(traces()).isEmpty();

            Stage.neighbours().answer("POST", LOG, request -> Reply.ok("{}"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> told(couple).stream()
                            .anyMatch(fact -> fact.path("woman")
                                    .path("displayName")
                                    .asString("")
                                    .equals("-")));
            assertThat(told(couple).getLast().path("man").path("displayName").asString())
                    .isEqualTo("Bob");
        } finally {
            Stage.neighbours().answer("POST", LOG, request -> Reply.ok("{}"));
        }
    }

    @Test
    void opensNoInteractionThatWasOnItsWay() {
        try (var couple = Couple.onTwoNodes()) {
            assertThat(erase(couple.man).status()).isEqualTo(200);
            couple.match();
            // The first try finds a person that user-service still knows; then it knows nobody any more.
            await().until(() -> asked(couple.man.id()) > 0);
            assertThat(couple.woman.get("/api/interactions/current").status()).isEqualTo(204);
            Stage.neighbours().answer("GET", "/internal/people/" + couple.man.id(), request -> new Reply(404, "{}"));
            await().until(() -> couple.told("/internal/queue/restore").stream()
                    .anyMatch(told -> told.path("userId")
                            .asString("")
                            .equals(couple.woman.id().toString())));
            assertThat(couple.hers().events("found-match")).isEmpty();
        }
    }

    @Test
    void formsNoConnectionWithWhoIsErased() {
        try (var couple = Couple.onTwoNodes()) {
            couple.active();
            couple.woman.post("/api/interactions/keep", couple.named("keep", true));
            couple.man.post("/api/interactions/end", couple.named());
            couple.his().awaitEvent("call-ended");
            assertThat(erase(couple.woman).status()).isEqualTo(200);

            assertThat(couple.man
                            .post("/api/interactions/keep", couple.named("keep", true))
                            .status())
                    .as("he cannot tell")
                    .isEqualTo(200);
            var record = record(couple.man);
            assertThat(record.path("interactions").path(0).path("keep").asBoolean())
                    .isTrue();
            assertThat(couple.told("/api/history/connections")).isEmpty();
        }
    }

    @Test
    void showsAPersonWhatTheyDidAndNothingOfTheOther() {
        try (var couple = Couple.onTwoNodes()) {
            named(couple.woman);
            couple.active();
            couple.man.post("/api/interactions/keep", couple.named("keep", false));
            couple.woman.post("/api/interactions/end", couple.named());
            couple.hers().awaitEvent("call-ended");
            couple.woman.post(
                    "/api/interactions/feedback",
                    Map.of("interactionId", couple.interactionId(), "rating", 2, "tags", List.of("rude")));

            var hers = record(couple.woman);
            var meeting = hers.path("interactions").path(0);
            assertThat(meeting.path("interactionId").asString())
                    .isEqualTo(couple.interactionId().toString());
            assertThat(meeting.path("displayName").asString()).isEqualTo(name);
            assertThat(meeting.path("feedbackTags").path(0).asString()).isEqualTo("rude");
            assertThat(meeting.path("keep").isNull()).isTrue();
            assertThat(hers.path("consentLog")
                            .valueStream()
                            .map(line -> line.path("action").asString())
                            .toList())
                    .contains("CONNECTED", "MEDIA_CONNECTED", "ENDED")
                    .doesNotContain("KEEP_DECIDED");
            assertThat(hers.path("complete").asBoolean()).isTrue();
            assertThat(hers.toString()).doesNotContain("Bob");
            assertThat(record(couple.man).toString()).doesNotContain(name, "rude");
        }
    }

    private void named(Guest guest) {
        guest.describe(Map.of("displayName", name));
    }

    private static long asked(UUID person) {
        return Stage.neighbours().requests().stream()
                .filter(request -> request.path().startsWith("/internal/people?")
                        && request.path().contains(person.toString()))
                .count();
    }

    private List<JsonNode> told(Couple couple) {
        return couple.told(LOG);
    }

    /** As user-service does: 503 while a fact about them is on its way, so it comes again. */
    private static Node.Answer erase(Guest guest) {
        return await().until(
                        () -> Stage.first().delete(USER_SERVICE, "/internal/people/" + guest.id()),
                        answer -> answer.status() != 503);
    }

    private static JsonNode record(Guest guest) {
        return Stage.first()
                .get(USER_SERVICE, "/internal/people/" + guest.id() + "/data")
                .body();
    }

    private List<String> traces() {
        return PersonalTraces.find(
                LocalServices.shared().dataSource("interaction_service"), "interactions", List.of(name));
    }
}
