package com.realtimeconnect.communication.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import com.realtimeconnect.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ChatTest
class RoomApiTests {

    @LocalServerPort
    private int port;

    private ChatApi api = new ChatApi(0);

    @BeforeEach
    void reach() {
        api = new ChatApi(port);
    }

    @Test
    void opensARoomOnce() {
        var couple = Couple.create();

        var first = api.open(couple);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("roomId").asString())
                .isEqualTo(couple.roomId().toString());

        var again = api.open(couple);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void refusesARoomThatIsThereWithOtherFacts() {
        var couple = api.couple();

        var otherInteraction = new HashMap<>(couple.connection());
        otherInteraction.put("interactionId", UUID.randomUUID());
        assertThat(api.post("/internal/rooms", TestTokens.service("interaction"), otherInteraction)
                        .outcome())
                .isEqualTo("409 conflicting-room");

        var otherRoom = new HashMap<>(couple.connection());
        otherRoom.put("roomId", UUID.randomUUID());
        assertThat(api.post("/internal/rooms", TestTokens.service("interaction"), otherRoom)
                        .outcome())
                .isEqualTo("409 conflicting-room");
    }

    @Test
    void refusesPeopleWithoutAccounts() {
        var strangers = Couple.between(UUID.randomUUID(), UUID.randomUUID());

        assertThat(api.open(strangers).outcome()).isEqualTo("422 unknown-member");
    }

    @Test
    void isForServicesOnly() {
        var couple = Couple.create();

        assertThat(api.post("/internal/rooms", couple.womanToken(), couple.connection())
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/internal/rooms", null, couple.connection()).status())
                .isEqualTo(401);
        assertThat(api.post(
                                "/internal/rooms/" + couple.roomId() + "/close",
                                couple.manToken(),
                                Map.of("reason", "removed"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectionId", "roomId", "interactionId", "since", "woman", "man"})
    void needsEveryFieldOfTheConnection(String field) {
        var incomplete = new HashMap<>(Couple.create().connection());
        incomplete.remove(field);

        var answer = api.post("/internal/rooms", TestTokens.service("interaction"), incomplete);

        assertThat(answer.outcome()).isEqualTo("400 validation-failed");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void refusesUnknownFieldsAndBrokenJson() {
        var more = new HashMap<>(Couple.create().connection());
        more.put("colour", "red");

        assertThat(api.post("/internal/rooms", TestTokens.service("interaction"), more)
                        .outcome())
                .isEqualTo("400 unknown-field");
        assertThat(api.post("/internal/rooms", TestTokens.service("interaction"), "{")
                        .outcome())
                .isEqualTo("400 malformed-body");
    }

    @Test
    void closesARoomAsOftenAsIsAsked() {
        var couple = api.couple();

        assertThat(api.close(couple.roomId(), Map.of("reason", "removed")).status())
                .isEqualTo(204);
        assertThat(api.close(couple.roomId(), Map.of("reason", "removed")).status())
                .isEqualTo(204);
        assertThat(api.open(couple).status())
                .as("telling it again opens nothing")
                .isEqualTo(200);
        assertThat(api.send(couple, couple.womanToken(), "late", "Hello").outcome())
                .isEqualTo("409 room-closed");
    }

    @Test
    void keepsAClosedRoomReadable() {
        var couple = api.couple();
        var sent = api.send(couple, couple.womanToken(), "a", "Hello");

        api.close(couple.roomId(), Map.of("reason", "removed"));

        assertThat(api.history(couple, couple.manToken())).containsExactly(sent.body());
        assertThat(api.send(couple, couple.womanToken(), "a", "Hello").body())
                .as("sending again what was committed before gives the first answer")
                .isEqualTo(sent.body());
        assertThat(api.get("/api/rooms", couple.manToken())
                        .body()
                        .path("items")
                        .path(0)
                        .path("open")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void hidesAClosedRoomFromWhoMayNoLongerReadIt() {
        var couple = api.couple();
        var sent = api.send(couple, couple.manToken(), "a", "Hello");

        api.close(couple.roomId(), Map.of("reason", "blocked", "hiddenFrom", List.of(couple.man())));

        assertThat(api.history(couple, couple.womanToken())).containsExactly(sent.body());
        assertThat(api.get(couple.path("/messages"), couple.manToken()).outcome())
                .isEqualTo("404 not-found");
        assertThat(api.get("/api/rooms", couple.manToken()).body().path("items").size())
                .isZero();
        assertThat(api.delete(
                                couple.path("/messages/"
                                        + sent.body().path("messageId").asString()),
                                couple.manToken())
                        .outcome())
                .isEqualTo("404 not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                  | 400 validation-failed
            {"reason":null}                                     | 400 validation-failed
            {"reason":""}                                       | 400 validation-failed
            {"reason":"Because I say so"}                       | 400 validation-failed
            {"reason":"blocked","hiddenFrom":["x"]}             | 400 validation-failed
            {"reason":"blocked","hiddenFrom":[null]}            | 400 validation-failed
            {"reason":"blocked","by":"me"}                      | 400 unknown-field
            [                                                   | 400 malformed-body
            """)
    void refusesABadClosing(String body, String outcome) {
        var couple = api.couple();

        assertThat(api.close(couple.roomId(), body).outcome()).isEqualTo(outcome);
    }

    @Test
    void cannotCloseWhatIsNotThere() {
        assertThat(api.close(UUID.randomUUID(), Map.of("reason", "removed")).outcome())
                .isEqualTo("404 not-found");
        assertThat(api.post("/internal/rooms/here/close", TestTokens.service("history"), Map.of("reason", "removed"))
                        .outcome())
                .isEqualTo("404 not-found");
    }
}
