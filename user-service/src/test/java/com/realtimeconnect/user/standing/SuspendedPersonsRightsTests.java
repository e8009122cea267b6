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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is shut out may still ask what is held about them, and leave. */
@ApiTest
class SuspendedPersonsRightsTests {

    private static final String EXPORT = "/auth/suspended/export";
    private static final String ERASURE = "/auth/suspended/erasure";

    private final UserApi api;
    private final Neighbours neighbours;
    private final MetBefore world;
    private final ShiftedClock clock;
    private Member admin;

    SuspendedPersonsRightsTests(UserApi api, Neighbours neighbours, ShiftedClock clock) {
        this.api = api;
        this.neighbours = neighbours;
        this.world = new MetBefore(neighbours);
        this.clock = clock;
        this.admin = new Member(new UUID(0, 0), "", "", "");
    }

    @BeforeEach
    void reset() {
        world.reset();
        neighbours.answer("GET", "/internal/people/", request -> Reply.ok("{\"played\":[],\"complete\":true}"));
        neighbours.answer("DELETE", "/internal/people/", request -> Reply.ok("{\"changed\":{}}"));
        admin = MetBefore.admin(api);
    }

    @Test
    void exportShowsEverythingAndWhyTheyAreSuspended() {
        var man = api.man();
        suspend(man, Map.of("reason", "Threats"));
        var refused = api.logIn(man.email(), UserApi.PASSWORD);
        assertThat(refused.text("exportPath")).isEqualTo(EXPORT);
        assertThat(refused.text("erasurePath")).isEqualTo(ERASURE);
        var answer = prove(EXPORT, man, UserApi.PASSWORD);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("content-disposition")).contains("export.json");
        assertThat(answer.text("account.email")).isEqualTo(man.email());
        assertThat(answer.text("suspensions.0.reason")).isEqualTo("Threats");
        var zipped = prove(EXPORT + "?format=zip", man, UserApi.PASSWORD);
        assertThat(zipped.header("content-type")).contains("application/zip");
        assertThat(prove(EXPORT + "?format=xml", man, UserApi.PASSWORD).status())
                .isEqualTo(400);
        assertThat(prove(EXPORT, man, UserApi.PASSWORD).status()).isEqualTo(200);
        assertThat(prove(EXPORT, man, UserApi.PASSWORD).status())
                .as("no oftener than who can log in")
                .isEqualTo(429);
    }

    @Test
    void erasureForgetsThemAndTheirAppealWaitsNoMore() {
        var man = api.man();
        suspend(man, Map.of("reason", "Threats"));
        var appeal = api.post(
                "/auth/appeal",
                null,
                Map.of("email", man.email(), "password", UserApi.PASSWORD, "text", "It was not me"));
        assertThat(prove(ERASURE, man, UserApi.PASSWORD).status()).isEqualTo(202);
        assertThat(api.logIn(man.email(), UserApi.PASSWORD).code()).isEqualTo("bad-credentials");
        assertThat(prove(ERASURE, man, UserApi.PASSWORD).code()).isEqualTo("bad-credentials");
        await().until(() -> !api.get("/admin/appeals?status=open&limit=200", admin.accessToken())
                .body()
                .contains(appeal.text("appealId")));
        assertThat(reinstate(man).status()).as("there is nobody any more").isEqualTo(404);
    }

    /** The suspension of somebody who has left runs out with nobody to be let in. */
    @Test
    void whoHasLeftHoldsUpNobodyElsesReturn() {
        var gone = api.man();
        var waiting = api.man();
        for (var man : List.of(gone, waiting)) {
            suspend(man, Map.of("reason", "Threats", "seconds", 60));
        }
        assertThat(prove(ERASURE, gone, UserApi.PASSWORD).status()).isEqualTo(202);
        clock.advance(Duration.ofSeconds(61));
        await().until(() -> neighbours.requests().stream()
                .filter(request -> request.path().equals("/internal/standings"))
                .anyMatch(request -> request.body().contains(waiting.id().toString())
                        && request.body().contains("\"good\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {EXPORT, ERASURE})
    void isForThoseOnlyWhoProveItAndCannotLogIn(String path) {
        var man = api.man();
        assertThat(prove(path, man, UserApi.PASSWORD).code()).isEqualTo("not-suspended");
        suspend(man, Map.of("reason", "Threats"));
        assertThat(prove(path, man, "not-his-password-1").code()).isEqualTo("bad-credentials");
        assertThat(api.post(path, null, Map.of("email", "nobody@example.org", "password", "not-his-password-1"))
                        .code())
                .isEqualTo("bad-credentials");
        assertThat(api.post(path, null, Map.of("email", man.email())).status()).isEqualTo(400);
        assertThat(api.post(path, null, Map.of("password", UserApi.PASSWORD)).status())
                .isEqualTo(400);
        assertThat(api.post(path, man.accessToken(), Map.of("email", "", "password", ""))
                        .status())
                .isBetween(400, 401);
        for (var wrong = 0; wrong < 4; wrong++) {
            prove(path, man, "not-his-password-1");
        }
        assertThat(prove(path, man, UserApi.PASSWORD).status())
                .as("guessing is slowed down as at login")
                .isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(api.logIn(man.email(), UserApi.PASSWORD).code()).isEqualTo("suspended");
        reinstate(man);
        assertThat(prove(path, man, UserApi.PASSWORD).code()).isEqualTo("not-suspended");
    }

    private Answer prove(String path, Member who, String password) {
        return api.post(path, null, Map.of("email", who.email(), "password", password));
    }

    private void suspend(Member whom, Map<String, ?> body) {
        assertThat(api.post("/admin/users/" + whom.id() + "/suspend", admin.accessToken(), body)
                        .status())
                .isEqualTo(200);
    }

    private Answer reinstate(Member whom) {
        return api.post("/admin/users/" + whom.id() + "/reinstate", admin.accessToken(), Map.of("reason", "A mistake"));
    }
}
