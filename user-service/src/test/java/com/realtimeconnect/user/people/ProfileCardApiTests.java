package com.realtimeconnect.user.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Member;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class ProfileCardApiTests {

    private final UserApi api;
    private final Neighbours neighbours;

    ProfileCardApiTests(UserApi api, Neighbours neighbours) {
        this.api = api;
        this.neighbours = neighbours;
    }

    @BeforeEach
    void startAsStrangers() {
        neighbours.reset();
        neighbours.answer(
                "POST",
                "/auth/service-token",
                request -> Reply.ok("{\"accessToken\":\"a\",\"tokenType\":\"Bearer\",\"expiresInSeconds\":600}"));
        met(false, false);
    }

    @Test
    void showsSomebodyIWasMatchedWith() {
        met(true, false);
        var card = card(api.man(), api.woman().id());
        assertThat(card.status()).isEqualTo(200);
        assertThat(card.json().propertyNames())
                .containsExactlyInAnyOrder("userId", "displayName", "age", "bio", "interests", "languages", "photos");
        assertThat(card.json().get("age").asInt()).isBetween(30, 99);
    }

    @Test
    void showsSomebodyInACallWithMeOrConnected() {
        met(false, true);
        assertThat(card(api.man(), api.woman().id()).status()).isEqualTo(200);
        met(false, false);
        connected(200);
        assertThat(card(api.man(), api.woman().id()).status()).isEqualTo(200);
    }

    @Test
    void hidesStrangersLikePeopleWhoDoNotExist() {
        var man = api.man();
        var stranger = card(man, api.woman().id());
        var nobody = card(man, UUID.randomUUID());
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(stranger.text("detail")).isEqualTo(nobody.text("detail"));
        assertThat(card(man, man.id()).status()).isEqualTo(404);
        assertThat(api.get("/profiles/nonsense", man.accessToken()).status()).isEqualTo(400);
    }

    @Test
    void hidesPeopleWhoAreKeptApart() throws SQLException {
        met(true, true);
        var man = api.man();
        var woman = api.woman();
        sql("insert into users.blocks values ('" + woman.id() + "', '" + man.id() + "', now())");
        assertThat(card(man, woman.id()).status()).isEqualTo(404);
        assertThat(card(woman, man.id()).status()).isEqualTo(404);
        var person = api.get("/internal/people?id=" + man.id(), api.serviceToken());
        assertThat(person.text("0.blocked.0")).isEqualTo(woman.id().toString());
        assertThat(api.get("/internal/people?id=" + woman.id(), api.serviceToken())
                        .text("0.blocked.0"))
                .isEqualTo(man.id().toString());
    }

    @Test
    void takesOneYesEvenIfTheOtherServiceIsDown() {
        neighbours.answer("GET", "/internal/interactions/between", request -> new Reply(500, "{}"));
        connected(200);
        assertThat(card(api.man(), api.woman().id()).status()).isEqualTo(200);
        connected(404);
        var unknown = card(api.man(), api.woman().id());
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.code()).isEqualTo("unavailable");
        assertThat(unknown.header("retry-after")).isNotNull();
    }

    @Test
    void tellsServicesOfPeopleAndOfNobodyElse() throws SQLException {
        var token = api.serviceToken();
        var woman = api.woman();
        var person = api.get("/internal/people?id=" + woman.id(), token);
        assertThat(person.json().get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "userId",
                        "displayName",
                        "age",
                        "role",
                        "bio",
                        "interests",
                        "languages",
                        "photos",
                        "autoConnect",
                        "blocked",
                        "suspended",
                        "held",
                        "mustVerifyEmail");
        assertThat(api.get("/internal/people?id=" + UUID.randomUUID(), token).json())
                .isEmpty();
        var several = api.get(
                "/internal/people?id=" + woman.id() + "&id=" + UUID.randomUUID() + "&id="
                        + api.man().id(),
                token);
        assertThat(several.json()).hasSize(2);
        var tooMany = Stream.generate(() -> "id=" + UUID.randomUUID()).limit(51).collect(Collectors.joining("&"));
        assertThat(api.get("/internal/people?" + tooMany, token).code()).isEqualTo("validation-failed");
        assertThat(api.get("/internal/people", token).code()).isEqualTo("validation-failed");
        assertThat(api.get("/internal/people?id=me", token).code()).isEqualTo("validation-failed");
        assertThat(api.get("/internal/people?id=" + woman.id(), null).status()).isEqualTo(401);
        assertThat(api.get("/internal/people?id=" + woman.id(), woman.accessToken())
                        .status())
                .isEqualTo(403);

        sql("update users.accounts set suspended_at = now() where id = '" + woman.id() + "'");
        assertThat(api.get("/internal/people?id=" + woman.id(), token)
                        .json()
                        .at("/0/suspended")
                        .asBoolean())
                .isTrue();
    }

    private void met(boolean matched, boolean live) {
        neighbours.answer(
                "GET",
                "/internal/interactions/between",
                request -> Reply.ok("{\"matched\":%s,\"live\":%s}".formatted(matched, live)));
    }

    private void connected(int status) {
        neighbours.answer("GET", "/api/history/connections/between", request -> new Reply(status, "{}"));
    }

    private UserApi.Answer card(Member viewer, UUID shown) {
        return api.get("/profiles/" + shown, viewer.accessToken());
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = LocalServices.shared().dataSource("user_service").getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        }
    }
}
