package com.realtimeconnect.user.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.MetBefore;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import com.realtimeconnect.user.UserApi.Member;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class PanicApiTests {

    private final UserApi api;
    private final MetBefore world;
    private final ReportRepository reports;
    private final Blocks blocks;

    PanicApiTests(UserApi api, Neighbours neighbours, ReportRepository reports, Blocks blocks) {
        this.api = api;
        this.world = new MetBefore(neighbours);
        this.reports = reports;
        this.blocks = blocks;
    }

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void endsBlocksAndReportsInOneStepHoweverOftenItIsPressed() {
        var woman = api.woman();
        var man = api.man();
        var meeting = world.met(woman, man, null);
        var first = panic(woman, meeting);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().propertyNames()).containsExactlyInAnyOrder("reportId", "interactionId");
        assertThat(world.cuts(meeting)).isPositive();
        assertThat(areApart(woman, man)).isTrue();
        assertThat(reportOf(first).panic()).isTrue();
        assertThat(reportOf(first).state()).isEqualTo(ReportState.OPEN);
        assertThat(panic(woman, meeting).body()).isEqualTo(first.body());
    }

    @Test
    void isToldOnceWhatHappened() {
        var woman = api.woman();
        var meeting = world.met(woman, api.man(), Instant.now());
        var pressed = panic(woman, meeting);
        var said = api.post(
                "/safety/reports",
                woman.accessToken(),
                Map.of("interactionId", meeting, "reason", "harassment", "details", "That."));
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.text("reportId")).isEqualTo(pressed.text("reportId"));
        assertThat(reportOf(pressed).details()).isEqualTo("That.");
        var otherwise = Map.of("interactionId", meeting, "reason", "spam");
        assertThat(api.post("/safety/reports", woman.accessToken(), otherwise).code())
                .isEqualTo("already-reported");
    }

    @Test
    void addsTheBlockToAReportThatWasMadeBefore() {
        var woman = api.woman();
        var man = api.man();
        var meeting = world.met(woman, man, null);
        var report = api.post(
                "/safety/reports", woman.accessToken(), Map.of("interactionId", meeting, "reason", "harassment"));
        assertThat(areApart(woman, man)).isFalse();
        world.interactionIsDown(meeting);
        var pressed = panic(woman, meeting);
        assertThat(pressed.text("reportId")).isEqualTo(report.text("reportId"));
        assertThat(areApart(woman, man)).as("the report knows who it was").isTrue();
    }

    @Test
    void worksWithoutInteractionServiceAndDoesTheRestLater() {
        var woman = api.woman();
        var man = api.man();
        var meeting = UUID.randomUUID();
        world.interactionIsDown();
        var pressed = panic(woman, meeting);
        assertThat(pressed.status()).isEqualTo(200);
        assertThat(reportOf(pressed).state()).isEqualTo(ReportState.UNVERIFIED);
        assertThat(panic(woman, meeting).body()).isEqualTo(pressed.body());
        world.met(meeting, woman, man, null);
        world.interactionIsUp();
        await().until(() -> areApart(woman, man));
        await().until(() -> world.cuts(meeting) > 0);
        await().until(() -> reportOf(pressed).evidence().isComplete());
        assertThat(reportOf(pressed).state()).isEqualTo(ReportState.OPEN);
    }

    @Test
    void asksHistoryIfInteractionServiceIsSilent() {
        var woman = api.woman();
        var man = api.man();
        var meeting = UUID.randomUUID();
        world.interactionIsDown();
        world.logged(meeting, woman, man, Instant.now());
        assertThat(reportOf(panic(woman, meeting)).state()).isEqualTo(ReportState.OPEN);
        assertThat(areApart(woman, man)).isTrue();
    }

    @Test
    void blocksNobodyForAMeetingThatWasNot() {
        var woman = api.woman();
        assertThat(panic(woman, UUID.randomUUID()).status()).isEqualTo(404);
        var foreign = world.met(api.woman(), api.man(), null);
        assertThat(panic(woman, foreign).status()).isEqualTo(404);
        assertThat(world.cuts(foreign)).isZero();
        world.interactionIsDown();
        var invented = UUID.randomUUID();
        var pressed = panic(woman, invented);
        world.interactionIsUp();
        await().until(() -> reportOf(pressed).state() == ReportState.DISCARDED);
        assertThat(blocks.around(Set.of(new UserId(woman.id())))).isEmpty();
    }

    private Answer panic(Member by, UUID meeting) {
        return api.post("/safety/panic", by.accessToken(), Map.of("interactionId", meeting));
    }

    private boolean areApart(Member by, Member whom) {
        return blocks.around(Set.of(new UserId(by.id())))
                .getOrDefault(new UserId(by.id()), Set.of())
                .contains(new UserId(whom.id()));
    }

    private Report reportOf(Answer answer) {
        return reports.find(UUID.fromString(answer.text("reportId"))).orElseThrow();
    }
}
