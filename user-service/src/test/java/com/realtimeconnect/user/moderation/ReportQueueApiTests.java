package com.realtimeconnect.user.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.MetBefore;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import com.realtimeconnect.user.UserApi.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class ReportQueueApiTests {

    private final UserApi api;
    private final MetBefore world;

    ReportQueueApiTests(UserApi api, Neighbours neighbours) {
        this.api = api;
        this.world = new MetBefore(neighbours);
    }

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void showsReportsWithTheirEvidenceOldestFirst() {
        var admin = MetBefore.admin(api);
        var woman = api.woman();
        var man = api.man();
        var first = report(woman, man);
        var second = report(api.woman(), man);
        await().until(() -> shown(admin, "open", second)
                .at("/evidence/chat/messages/0/body")
                .asString("")
                .equals("hello"));
        var shown = shown(admin, "open", first);
        assertThat(shown.at("/reporter/userId").asString()).isEqualTo(woman.id().toString());
        assertThat(shown.at("/reported/displayName").asString()).isEqualTo("Robin");
        assertThat(shown.at("/reported/standing").asString()).isEqualTo("good");
        assertThat(shown.at("/reason").asString()).isEqualTo("harassment");
        assertThat(shown.at("/evidence/interaction/intent").asString()).isEqualTo("casual");
        var ids = all(admin, "open").stream()
                .map(report -> report.path("reportId").asString())
                .toList();
        assertThat(ids).isSorted().contains(first, second);
    }

    @Test
    void isDecidedOnceThoughTwoAdminsTry() throws Exception {
        var admin = MetBefore.admin(api);
        var report = report(api.woman(), api.man());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 4)
                    .mapToObj(number ->
                            (Callable<Answer>) () -> resolve(admin, report, number % 2 == 0 ? "upheld" : "dismissed"))
                    .toList();
            var answers = threads.invokeAll(tries).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200);
            assertThat(answers.stream().filter(answer -> answer.status() != 200).map(Answer::code))
                    .containsOnly("already-resolved");
        }
        var resolved = shown(admin, "resolved", report);
        assertThat(resolved.at("/resolution/by").asString())
                .isEqualTo(admin.id().toString());
        assertThat(resolved.at("/resolution/reason").asString()).isEqualTo("Read it");
        assertThat(shown(admin, "open", report).isMissingNode()).isTrue();
    }

    @Test
    void refusesWhatMakesNoSense() {
        var admin = MetBefore.admin(api);
        assertThat(resolve(admin, UUID.randomUUID().toString(), "upheld").status())
                .isEqualTo(404);
        assertThat(api.get("/admin/reports?status=lost", admin.accessToken()).status())
                .isEqualTo(400);
        assertThat(api.get("/admin/reports", api.man().accessToken()).status()).isEqualTo(403);
        assertThat(api.get("/admin/reports", null).status()).isEqualTo(401);
        var report = report(api.woman(), api.man());
        assertThat(resolve(admin, report, "ignored").status()).isEqualTo(400);
        assertThat(api.post("/admin/reports/" + report + "/resolve", admin.accessToken(), Map.of("outcome", "upheld"))
                        .status())
                .isEqualTo(400);
        world.interactionIsDown();
        var unverified = api.post(
                        "/safety/reports",
                        api.woman().accessToken(),
                        Map.of("interactionId", UUID.randomUUID(), "reason", "spam"))
                .text("reportId");
        assertThat(resolve(admin, unverified, "upheld").code()).isEqualTo("unverified-report");
        assertThat(shown(admin, "unverified", unverified).at("/reported").isNull())
                .isTrue();
    }

    @Test
    void isCounted() {
        var admin = MetBefore.admin(api);
        var man = api.man();
        report(api.woman(), man);
        api.post("/admin/users/" + man.id() + "/suspend", admin.accessToken(), Map.of("reason", "x"));
        var metrics = api.get("/actuator/prometheus", null).body();
        assertThat(metrics)
                .containsPattern("connect_reports_open(\\{[^}]*})? [1-9]")
                .containsPattern("connect_accounts_suspended(\\{[^}]*})? [1-9]")
                .contains("connect_accounts_held");
    }

    private String report(Member by, Member whom) {
        var meeting = world.met(by, whom, Instant.now());
        return api.post("/safety/reports", by.accessToken(), Map.of("interactionId", meeting, "reason", "harassment"))
                .text("reportId");
    }

    private Answer resolve(Member admin, String report, String outcome) {
        return api.post(
                "/admin/reports/" + report + "/resolve",
                admin.accessToken(),
                Map.of("outcome", outcome, "reason", "Read it"));
    }

    private JsonNode shown(Member admin, String status, String report) {
        return all(admin, status).stream()
                .filter(shown -> shown.path("reportId").asString().equals(report))
                .findFirst()
                .orElseGet(tools.jackson.databind.node.MissingNode::getInstance);
    }

    private java.util.List<JsonNode> all(Member admin, String status) {
        var all = new ArrayList<JsonNode>();
        @Nullable String cursor = null;
        do {
            var page = api.get(
                            "/admin/reports?limit=20&status=" + status + (cursor == null ? "" : "&cursor=" + cursor),
                            admin.accessToken())
                    .json();
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").isNull()
                    ? null
                    : page.path("nextCursor").asString();
        } while (cursor != null);
        return all;
    }
}
