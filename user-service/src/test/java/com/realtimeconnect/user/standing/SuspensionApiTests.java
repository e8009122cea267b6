package com.realtimeconnect.user.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.MetBefore;
import com.realtimeconnect.user.ShiftedClock;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import com.realtimeconnect.user.UserApi.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

@ApiTest
class SuspensionApiTests {

    private final UserApi api;
    private final Neighbours neighbours;
    private final MetBefore world;
    private final ShiftedClock clock;
    private final StringRedisTemplate redis;
    private Member admin;

    SuspensionApiTests(UserApi api, Neighbours neighbours, ShiftedClock clock, StringRedisTemplate redis) {
        this.api = api;
        this.neighbours = neighbours;
        this.world = new MetBefore(neighbours);
        this.clock = clock;
        this.redis = redis;
        this.admin = new Member(new UUID(0, 0), "", "", "");
    }

    @BeforeEach
    void reset() {
        world.reset();
        admin = MetBefore.admin(api);
    }

    @Test
    void shutsAPersonOutAndTellsOnlyThemWhy() {
        var man = api.man();
        assertThat(suspend(man, Map.of("reason", "Threats")).status()).isEqualTo(200);
        api.awaitShutOut(man.accessToken());
        assertThat(api.refresh(man.refreshToken()).code()).isEqualTo("suspended");
        var login = logIn(man);
        assertThat(login.status()).isEqualTo(403);
        assertThat(login.code()).isEqualTo("suspended");
        assertThat(login.text("reason")).isEqualTo("Threats");
        assertThat(login.json().has("until")).isFalse();
        assertThat(login.text("appealPath")).isEqualTo("/auth/appeal");
        assertThat(login.text("appealState")).isEqualTo("none");
        assertThat(api.logIn(man.email(), "not-his-password-1").code()).isEqualTo("bad-credentials");
        await().until(() -> told(man, "suspended") >= 3);
    }

    @Test
    void letsBackInWhomAnAdminReinstates() {
        var man = api.man();
        suspend(man, Map.of("reason", "Threats"));
        assertThat(reinstate(man).status()).isEqualTo(204);
        await().until(() -> told(man, "good") >= 3);
        assertThat(isIn(logIn(man))).as("in this very second").isTrue();
        assertThat(api.refresh(man.refreshToken()).status()).isEqualTo(200);
        assertThat(reinstate(man).code()).isEqualTo("not-suspended");
    }

    @Test
    void aSuspensionForATimeEndsByItself() {
        var man = api.man();
        var answer = suspend(man, Map.of("reason", "Threats", "seconds", 3600));
        assertThat(Instant.parse(answer.text("until")))
                .isBetween(Instant.now().plusSeconds(3590), Instant.now().plusSeconds(3600));
        assertThat(logIn(man).text("until")).isEqualTo(answer.text("until"));
        clock.advance(Duration.ofSeconds(3601));
        assertThat(logIn(man).status()).isEqualTo(200);
        await().until(() -> told(man, "good") >= 3);
    }

    @Test
    void andItsEndIsToldThoughThePersonStaysAway() {
        var man = api.man();
        suspend(man, Map.of("reason", "Threats", "until", Instant.now().plusSeconds(60)));
        clock.advance(Duration.ofSeconds(61));
        await().until(() -> told(man, "good") >= 3);
    }

    @Test
    void refusesWhatMakesNoSense() {
        var man = api.man();
        assertThat(suspend(man, Map.of("reason", " ")).status()).isEqualTo(400);
        assertThat(suspend(man, Map.of("seconds", 5)).status()).isEqualTo(400);
        assertThat(suspend(man, Map.of("reason", "x", "seconds", 0)).status()).isEqualTo(400);
        assertThat(suspend(man, Map.of("reason", "x", "until", "2020-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(400);
        assertThat(suspend(man, Map.of("reason", "x", "until", "2030-01-01T00:00:00Z", "seconds", 5))
                        .status())
                .isEqualTo(400);
        assertThat(suspend(new Member(UUID.randomUUID(), "", "", ""), Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(reinstate(man).code()).isEqualTo("not-suspended");
        suspend(man, Map.of("reason", "x"));
        assertThat(suspend(man, Map.of("reason", "y")).code()).isEqualTo("already-suspended");
        assertThat(suspend(admin, Map.of("reason", "x")).code()).isEqualTo("not-suspendable");
        assertThat(suspend(MetBefore.admin(api), Map.of("reason", "x")).code()).isEqualTo("not-suspendable");
        assertThat(api.post(path(man, "suspend"), api.woman().accessToken(), Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void ofTwoAdminsOneSuspends() throws Exception {
        var man = api.man();
        var other = MetBefore.admin(api);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 6)
                    .mapToObj(number -> (Callable<Integer>) () -> api.post(
                                    path(man, "suspend"),
                                    (number % 2 == 0 ? admin : other).accessToken(),
                                    Map.of("reason", "Threats"))
                            .status())
                    .toList();
            var statuses = threads.invokeAll(tries).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        }
        assertThat(audited("user-suspended", man)).isEqualTo(1);
    }

    @Test
    void nobodySlipsInWhileTheyAreSuspended() throws Exception {
        var man = api.man();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var logins = IntStream.range(0, 8)
                    .mapToObj(number ->
                            threads.submit(() -> number % 2 == 0 ? logIn(man) : api.refresh(man.refreshToken())))
                    .toList();
            suspend(man, Map.of("reason", "Threats"));
            for (var login : logins) {
                var token = login.get().status() == 200 ? login.get().text("accessToken") : man.accessToken();
                api.awaitShutOut(token);
            }
        }
    }

    @Test
    void anEmptiedRedisIsToldAgain() {
        var man = api.man();
        suspend(man, Map.of("reason", "Threats"));
        redis.delete("connect:revocations");
        redis.delete("login:revocations-told");
        await().until(() -> redis.opsForZSet().score("connect:revocations", "user:" + man.id() + ":4502") != null);
    }

    @Test
    void aServiceThatIsDownIsToldLater() {
        var man = api.man();
        neighbours.answer("POST", "/internal/standings", request -> new Reply(503, "{}"));
        suspend(man, Map.of("reason", "Threats"));
        await().until(() -> told(man, "suspended") >= 3);
        neighbours.answer("POST", "/internal/standings", request -> new Reply(204, ""));
        var before = told(man, "suspended");
        await().until(() -> told(man, "suspended") >= before + 3);
    }

    @Test
    void oneAppealIsTakenAndItsAnswerIsToldAtLogin() {
        var man = api.man();
        assertThat(appeal(man, UserApi.PASSWORD, "It was not me").code()).isEqualTo("not-suspended");
        suspend(man, Map.of("reason", "Threats"));
        assertThat(appeal(man, "not-his-password-1", "It was not me").code()).isEqualTo("bad-credentials");
        assertThat(appeal(man, UserApi.PASSWORD, "x".repeat(2001)).status()).isEqualTo(400);
        var taken = appeal(man, UserApi.PASSWORD, "It was not me");
        assertThat(taken.status()).isEqualTo(201);
        assertThat(appeal(man, UserApi.PASSWORD, "Really not").code()).isEqualTo("already-appealed");
        assertThat(logIn(man).text("appealState")).isEqualTo("open");
        var path = "/admin/appeals/" + taken.text("appealId") + "/resolve";
        var refused = Map.of("outcome", "refused", "reason", "It was");
        assertThat(api.post(path, admin.accessToken(), refused).text("state")).isEqualTo("refused");
        assertThat(api.post(path, admin.accessToken(), refused).code()).isEqualTo("already-resolved");
        assertThat(logIn(man).text("appealAnswer")).isEqualTo("It was");
        assertThat(appeal(man, UserApi.PASSWORD, "Again").code()).isEqualTo("already-appealed");
    }

    @Test
    void anAppealThatIsGrantedReinstates() {
        var man = api.man();
        suspend(man, Map.of("reason", "Threats"));
        var taken = appeal(man, UserApi.PASSWORD, "It was not me");
        var queue = api.get("/admin/appeals?status=open&limit=200", admin.accessToken());
        assertThat(queue.body()).contains(taken.text("appealId"), "It was not me");
        var granted = Map.of("outcome", "granted", "reason", "True");
        assertThat(api.post("/admin/appeals/" + taken.text("appealId") + "/resolve", admin.accessToken(), granted)
                        .text("state"))
                .isEqualTo("granted");
        assertThat(logIn(man).status()).isEqualTo(200);
        assertThat(audited("appeal-granted", man)).isEqualTo(1);
    }

    private Answer suspend(Member whom, Map<String, ?> body) {
        return api.post(path(whom, "suspend"), admin.accessToken(), body);
    }

    private Answer reinstate(Member whom) {
        return api.post(path(whom, "reinstate"), admin.accessToken(), Map.of("reason", "A mistake"));
    }

    private static String path(Member whom, String verb) {
        return "/admin/users/" + whom.id() + "/" + verb;
    }

    private Answer appeal(Member by, String password, String text) {
        return api.post("/auth/appeal", null, Map.of("email", by.email(), "password", password, "text", text));
    }

    private Answer logIn(Member member) {
        return api.logIn(member.email(), UserApi.PASSWORD);
    }

    private boolean isIn(Answer login) {
        return login.status() == 200
                && api.get("/auth/me", login.text("accessToken")).status() == 200;
    }

    private long told(Member member, String standing) {
        return neighbours.requests().stream()
                .filter(request -> request.path().equals("/internal/standings"))
                .filter(request -> request.body().contains(member.id().toString())
                        && request.body().contains("\"" + standing + "\""))
                .count();
    }

    private long audited(String action, Member about) {
        return api.get("/admin/audit?limit=200", admin.accessToken())
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("action").asString().equals(action)
                        && entry.path("personId").asString("").equals(about.id().toString()))
                .count();
    }
}
