package com.realtimeconnect.communication.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.PersonalTraces;
import com.realtimeconnect.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ChatTest
class ChatErasureTests {

    private static final String USER_SERVICE = TestTokens.service("user");

    @LocalServerPort
    private int port;

    private final String name = "Zuleika-" + UUID.randomUUID();
    private final String words = "secret-words-" + UUID.randomUUID();
    private ChatApi api = new ChatApi(0);
    private Couple couple = Couple.create();

    @BeforeEach
    void openRoom() {
        api = new ChatApi(port);
        couple = Couple.create();
    }

    @Test
    void makesTombstonesThatKeepTheirNumbers() {
        open();
        api.send(couple, couple.womanToken(), words + "-1", words);
        api.send(couple, couple.manToken(), "his-1", "What he wrote stays his");
        api.send(couple, couple.womanToken(), words + "-2", words);
        var his = api.connect(couple.manToken());
        his.awaitEvent("state");

        var report = erase(couple.woman());
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().path("changed").path("messages").asInt()).isEqualTo(2);
        his.awaitEvent("room-closed");
        his.close();

        var left = api.history(couple, couple.manToken());
        assertThat(left).hasSize(3);
        assertThat(left.get(0).path("body").isNull()).isTrue();
        assertThat(left.get(0).path("seq").asInt()).isEqualTo(1);
        assertThat(left.get(1).path("body").asString()).isEqualTo("What he wrote stays his");
        var room = api.get("/api/rooms", couple.manToken()).body().path("items").path(0);
        assertThat(room.path("peer")).hasToString("{\"erased\":true}");
        assertThat(room.path("open").asBoolean()).isFalse();
        assertThat(room.path("unread").asInt()).isZero();
        assertThat(api.send(couple, couple.manToken(), "late", "Hello?").outcome())
                .isEqualTo("409 room-closed");
        assertThat(api.get("/api/rooms", couple.womanToken())
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(traces()).isEmpty();
        assertThat(erase(couple.woman()).body().path("changed").path("messages").asInt())
                .as("again")
                .isZero();
    }

    @Test
    void letsTheOtherDeleteWhatWasNeverReadHere() {
        open();
        var message = api.send(couple, couple.manToken(), "his-1", "Did you get this?")
                .body();
        erase(couple.woman());

        var path = couple.path("/messages/" + message.path("messageId").asString());
        assertThat(api.delete(path, couple.manToken()).status()).isEqualTo(204);
        assertThat(api.history(couple, couple.manToken())
                        .getFirst()
                        .path("body")
                        .isNull())
                .isTrue();
    }

    @Test
    void keepsARoomShutThatIsOpenedLate() {
        erase(couple.woman());
        var his = api.connect(couple.manToken());
        his.awaitEvent("state");
        open();

        var room = api.get("/api/rooms", couple.manToken()).body().path("items").path(0);
        assertThat(room.path("open").asBoolean()).isFalse();
        assertThat(room.path("peer")).hasToString("{\"erased\":true}");
        assertThat(api.send(couple, couple.manToken(), "late", "Hello?").outcome())
                .isEqualTo("409 room-closed");
        assertThat(traces()).isEmpty();
        his.close();
    }

    @Test
    void showsAPersonTheirRoomsAndMessages() {
        open();
        api.send(couple, couple.womanToken(), "a", words);
        api.send(couple, couple.manToken(), "b", "His answer");

        var hers = record(couple.woman());
        assertThat(hers.path("rooms").path(0).path("peer").path("displayName").asString())
                .isEqualTo("Ben");
        assertThat(hers.path("messages").size()).isEqualTo(2);
        assertThat(hers.path("messages").path(0).path("body").asString()).isEqualTo(words);
        assertThat(hers.path("messages").path(0).path("sentAt").asString()).endsWith("Z");
        assertThat(hers.path("complete").asBoolean()).isTrue();

        api.close(couple.roomId(), Map.of("reason", "blocked", "hiddenFrom", List.of(couple.man())));
        var his = record(couple.man());
        assertThat(his.path("rooms").size()).isZero();
        assertThat(his.path("messages").size()).as("what he wrote himself").isEqualTo(1);
        assertThat(his.toString()).doesNotContain(words, name);
    }

    @Test
    void isForServicesOnly() {
        var path = "/internal/people/" + couple.woman();
        assertThat(api.delete(path, couple.womanToken()).status()).isEqualTo(403);
        assertThat(api.get(path + "/data", couple.womanToken()).status()).isEqualTo(403);
        assertThat(api.delete(path, null).status()).isEqualTo(401);
    }

    private void open() {
        var connection = new HashMap<>(couple.connection());
        connection.put("woman", Map.of("userId", couple.woman(), "displayName", name));
        assertThat(api.post("/internal/rooms", TestTokens.service("interaction"), connection)
                        .status())
                .isIn(200, 201);
    }

    private ChatApi.Answer erase(UUID person) {
        return api.delete("/internal/people/" + person, USER_SERVICE);
    }

    private JsonNode record(UUID person) {
        return api.get("/internal/people/" + person + "/data", USER_SERVICE).body();
    }

    private List<String> traces() {
        return PersonalTraces.find(
                LocalServices.shared().dataSource("communication_service"), "chat", List.of(name, words));
    }
}
