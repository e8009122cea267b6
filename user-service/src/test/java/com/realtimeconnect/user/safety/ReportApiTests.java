package com.realtimeconnect.user.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.MetBefore;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import com.realtimeconnect.user.UserApi.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class ReportApiTests {

    private final UserApi api;
    private final MetBefore world;
    private final ReportRepository reports;

    ReportApiTests(UserApi api, Neighbours neighbours, ReportRepository reports) {
        this.api = api;
        this.world = new MetBefore(neighbours);
        this.reports = reports;
    }

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void takesOneReportOfAMeetingAndRepeatsItsAnswer() {
        var woman = api.woman();
        var meeting = world.met(woman, api.man(), Instant.now().minusSeconds(60));
        var first = report(woman, meeting, "harassment", "He shouted.");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().propertyNames())
                .containsExactlyInAnyOrder("reportId", "interactionId", "reason", "createdAt");
        var again = report(woman, meeting, "harassment", " He shouted. ");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var other = report(woman, meeting, "hate", "He shouted.");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("already-reported");
        assertThat(world.cuts(meeting)).as("what has ended is left alone").isZero();
    }

    @Test
    void bothMayReportTheSameMeeting() {
        var woman = api.woman();
        var man = api.man();
        var meeting = world.met(woman, man, Instant.now());
        assertThat(report(woman, meeting, "spam", "").status()).isEqualTo(201);
        assertThat(report(man, meeting, "other", "").status()).isEqualTo(201);
    }

    @Test
    void ofManyAtOnceOneIsNew() throws Exception {
        var woman = api.woman();
        var meeting = world.met(woman, api.man(), null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = java.util.Collections.nCopies(8, (Callable<Integer>)
                    () -> report(woman, meeting, "spam", "x").status());
            var statuses = threads.invokeAll(tries).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        }
    }

    @Test
    void hidesWhetherThereIsSuchAMeeting() {
        var woman = api.woman();
        var meeting = world.met(woman, api.man(), Instant.now());
        var old = world.met(
                woman, api.man(), Instant.now().minus(Duration.ofDays(7).plusSeconds(5)));
        var unknown = report(woman, UUID.randomUUID(), "spam", null);
        var foreign = report(api.woman(), meeting, "spam", null);
        var tooOld = report(woman, old, "spam", null);
        for (var refused : List.of(unknown, foreign, tooOld)) {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("not-found");
            assertThat(refused.text("detail")).isEqualTo(unknown.text("detail"));
        }
        var almost = world.met(
                woman, api.man(), Instant.now().minus(Duration.ofDays(7).minusSeconds(60)));
        assertThat(report(woman, almost, "spam", null).status()).isEqualTo(201);
    }

    @Test
    void refusesWhatIsNoReport() {
        var woman = api.woman();
        var id = UUID.randomUUID();
        assertThat(api.post("/safety/reports", null, Map.of("interactionId", id, "reason", "spam"))
                        .status())
                .isEqualTo(401);
        for (var body : List.of(
                Map.of("reason", "spam"),
                Map.of("interactionId", id),
                Map.of("interactionId", "nonsense", "reason", "spam"),
                Map.of("interactionId", "", "reason", "spam"),
                Map.of("interactionId", " ", "reason", "spam"),
                Map.of("interactionId", id, "reason", 0),
                Map.of("interactionId", id, "reason", "boring"),
                Map.of("interactionId", id, "reason", "spam", "details", "x".repeat(1001)),
                Map.of("interactionId", id, "reason", "spam", "details", "a\u0000b"),
                Map.of("interactionId", id, "reason", "spam", "audio", "x"))) {
            assertThat(api.post("/safety/reports", woman.accessToken(), body).status())
                    .as(body.toString())
                    .isEqualTo(400);
        }
    }

    @Test
    void endsACallThatGoesOn() {
        var woman = api.woman();
        var meeting = world.met(woman, api.man(), null);
        report(woman, meeting, "nudity", null);
        assertThat(world.cuts(meeting)).as("before the answer").isPositive();
    }

    @Test
    void gathersWhatTheServicesKnow() {
        var woman = api.woman();
        var meeting = world.met(woman, api.man(), Instant.now());
        var id = id(report(woman, meeting, "hate", null));
        await().until(() -> reportOf(id).evidence().isComplete());
        assertThat(reportOf(id).evidence().interaction()).contains("consentLog");
        assertThat(reportOf(id).evidence().chat()).contains("hello");
        assertThat(reportOf(id).state()).isEqualTo(ReportState.OPEN);
    }

    @Test
    void tellsHistoryOfEachThatCountsUntilItHasTakenIt() {
        var woman = api.woman();
        var man = api.man();
        world.reportsAreTaken(false);
        var meeting = world.met(woman, man, Instant.now());
        report(woman, meeting, "hate", null);
        report(woman, meeting, "hate", null);
        await().until(() -> world.reportsTold(meeting, woman) > 0);
        world.reportsAreTaken(true);
        var refused = world.reportsTold(meeting, woman);
        await().until(() -> world.reportsTold(meeting, woman) > refused);

        world.interactionIsDown();
        var later = UUID.randomUUID();
        var invented = UUID.randomUUID();
        report(woman, later, "hate", null);
        var untrue = report(woman, invented, "hate", null);
        assertThat(world.reportsTold(later, woman))
                .as("nobody knows yet whether they met")
                .isZero();
        world.met(later, woman, man, Instant.now());
        world.interactionIsUp();
        await().until(() -> world.reportsTold(later, woman) == 1);
        await().until(() -> reportOf(id(untrue)).state() == ReportState.DISCARDED);
        assertThat(world.reportsTold(invented, woman)).isZero();
    }

    @Test
    void waitsForTheChatWithTheEvidenceOnly() {
        world.chatIsDown();
        var woman = api.woman();
        var meeting = world.met(woman, api.man(), Instant.now());
        var answer = report(woman, meeting, "hate", null);
        assertThat(answer.status()).isEqualTo(201);
        await().until(() -> reportOf(id(answer)).evidence().interaction() != null);
        assertThat(reportOf(id(answer)).evidence().chat()).isNull();
        world.chatIsUp();
        await().until(() -> reportOf(id(answer)).evidence().isComplete());
    }

    @Test
    void acceptsWhatCannotBeVerifiedAndVerifiesItLater() {
        var woman = api.woman();
        var man = api.man();
        world.interactionIsDown();
        var meeting = UUID.randomUUID();
        var invented = UUID.randomUUID();
        var honest = report(woman, meeting, "hate", "He did.");
        var untrue = report(woman, invented, "hate", "He did not.");
        assertThat(honest.status()).isEqualTo(201);
        assertThat(untrue.status()).isEqualTo(201);
        assertThat(reportOf(id(honest)).state()).isEqualTo(ReportState.UNVERIFIED);
        world.met(meeting, woman, man, Instant.now());
        world.interactionIsUp();
        await().until(() -> reportOf(id(honest)).state() == ReportState.OPEN);
        await().until(() -> reportOf(id(untrue)).state() == ReportState.DISCARDED);
        assertThat(reportOf(id(untrue)).details()).isNull();
        assertThat(report(woman, meeting, "hate", "He did.").status()).isEqualTo(200);
        assertThat(report(woman, invented, "hate", "He did not.").status()).isEqualTo(404);
    }

    @Test
    void takesHistorysWordWhenInteractionServiceIsSilent() {
        var woman = api.woman();
        var man = api.man();
        world.interactionIsDown();
        var meeting = UUID.randomUUID();
        world.logged(meeting, woman, man, Instant.now());
        assertThat(reportOf(id(report(woman, meeting, "hate", null))).state()).isEqualTo(ReportState.OPEN);
        assertThat(report(api.woman(), meeting, "hate", null).status()).isEqualTo(404);
    }

    @Test
    void nobodyFillsTheTableWhileNothingCanBeVerified() {
        world.interactionIsDown();
        var woman = api.woman();
        for (var number = 0; number < 5; number++) {
            assertThat(report(woman, UUID.randomUUID(), "hate", null).status()).isEqualTo(201);
        }
        assertThat(report(woman, UUID.randomUUID(), "hate", null).status()).isEqualTo(503);
    }

    private Answer report(Member by, UUID meeting, String reason, @org.jspecify.annotations.Nullable String details) {
        var body = new java.util.HashMap<String, Object>(Map.of("interactionId", meeting, "reason", reason));
        if (details != null) {
            body.put("details", details);
        }
        return api.post("/safety/reports", by.accessToken(), body);
    }

    private static UUID id(Answer answer) {
        return UUID.fromString(answer.text("reportId"));
    }

    private Report reportOf(UUID id) {
        return reports.find(id).orElseThrow();
    }
}
