package com.realtimeconnect.communication.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import com.realtimeconnect.test.TestTokens;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ChatTest
class InboxApiTests {

    @LocalServerPort
    private int port;

    private ChatApi api = new ChatApi(0);

    @BeforeEach
    void reach() {
        api = new ChatApi(port);
    }

    @Test
    void showsARoomFromTheSideOfEachMember() {
        var couple = api.couple();
        api.send(couple, couple.womanToken(), "c-1", "Hello");
        var last =
                api.send(couple, couple.womanToken(), "c-2", "Anybody there?").body();

        var his = onlyRoom(couple.manToken());
        assertThat(his.propertyNames())
                .containsExactlyInAnyOrder(
                        "roomId",
                        "connectionId",
                        "peer",
                        "open",
                        "closedAt",
                        "activeAt",
                        "lastSeq",
                        "lastMessage",
                        "unread",
                        "lastReadSeq",
                        "peerReadSeq");
        assertThat(his.path("connectionId").asString())
                .isEqualTo(couple.connectionId().toString());
        assertThat(his.path("peer").path("userId").asString())
                .isEqualTo(couple.woman().toString());
        assertThat(his.path("peer").path("displayName").asString()).isEqualTo("Ada");
        assertThat(his.path("lastMessage")).isEqualTo(last);
        assertThat(his.path("unread").asLong()).isEqualTo(2);
        assertThat(his.path("lastReadSeq").asLong()).isZero();

        var hers = onlyRoom(couple.womanToken());
        assertThat(hers.path("peer").path("displayName").asString()).isEqualTo("Ben");
        assertThat(hers.path("unread").asLong())
                .as("what she wrote herself is not unread")
                .isZero();
    }

    @Test
    void showsARoomBeforeItsFirstMessage() {
        var couple = api.couple();

        var room = onlyRoom(couple.manToken());

        assertThat(room.path("lastMessage").isNull()).isTrue();
        assertThat(room.path("lastSeq").asLong()).isZero();
        assertThat(room.path("open").asBoolean()).isTrue();
    }

    @Test
    void takesADeletedMessageOffTheUnread() {
        var couple = api.couple();
        var first = api.send(couple, couple.womanToken(), "c-1", "Hello").body();
        api.send(couple, couple.womanToken(), "c-2", "You");

        api.delete(couple.path("/messages/" + first.path("messageId").asString()), couple.womanToken());

        assertThat(onlyRoom(couple.manToken()).path("unread").asLong()).isEqualTo(1);
    }

    @Test
    void listsRoomsLatestFirstPageByPage() {
        var woman = Couple.person("female");
        var token = TestTokens.person(woman, "female");
        var couples = new ArrayList<Couple>();
        for (int i = 0; i < 5; i++) {
            var couple = Couple.between(woman, Couple.person("male"));
            api.open(couple);
            couples.add(couple);
        }
        api.send(couples.get(1), couples.get(1).manToken(), "c", "Hi");
        api.send(couples.get(3), couples.get(3).manToken(), "c", "Hi");

        var listed = new ArrayList<String>();
        var path = "/api/rooms?limit=2";
        while (true) {
            var page = api.get(path, token).body();
            page.path("items").forEach(room -> listed.add(room.path("roomId").asString()));
            if (page.path("nextCursor").isNull()) {
                break;
            }
            path = "/api/rooms?limit=2&cursor=" + page.path("nextCursor").asString();
        }

        assertThat(listed).hasSize(5).startsWith(idOf(couples.get(3)), idOf(couples.get(1)));
        assertThat(new HashSet<>(listed))
                .isEqualTo(
                        new HashSet<>(couples.stream().map(InboxApiTests::idOf).toList()));
    }

    @Test
    void isEmptyForSomebodyWithoutConnections() {
        var page = api.get("/api/rooms", TestTokens.person(Couple.person("male"), "male"))
                .body();

        assertThat(page.path("items").size()).isZero();
        assertThat(page.path("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=ten",
                "cursor=x",
                "cursor=YWJj",
                "cursor=",
                "cursor=KzMwMDAwMC0wMS0wMVQwMDowMDowMFoKMDE5MDAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw"
            })
    void refusesABadPage(String query) {
        var answer = api.get("/api/rooms?" + query, TestTokens.person(Couple.person("male"), "male"));

        assertThat(answer.outcome()).isEqualTo("400 validation-failed");
    }

    @Test
    void isForPeopleWithATokenOnly() {
        assertThat(api.get("/api/rooms", null).status()).isEqualTo(401);
        assertThat(api.get("/api/rooms", TestTokens.service("history")).status())
                .isEqualTo(403);
        assertThat(api.call("POST", "/api/rooms", TestTokens.person(Couple.person("male"), "male"), "{}")
                        .outcome())
                .isEqualTo("405 method-not-allowed");
    }

    private JsonNode onlyRoom(String token) {
        var items = api.get("/api/rooms", token).body().path("items");
        assertThat(items.size()).isEqualTo(1);
        return items.path(0);
    }

    private static String idOf(Couple couple) {
        return couple.roomId().toString();
    }
}
