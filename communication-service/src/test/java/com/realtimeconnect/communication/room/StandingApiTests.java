package com.realtimeconnect.communication.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import com.realtimeconnect.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rooms of people who are suspended, and what moderation may read of a room. */
@ChatTest
class StandingApiTests {

    @LocalServerPort
    private int port;

    private ChatApi api = new ChatApi(0);

    @BeforeEach
    void reach() {
        api = new ChatApi(port);
    }

    @Test
    void roomsAreShutForAsLongAsOneOfTheTwoIsSuspended() {
        var couple = api.couple();
        try (var hers = api.connect(couple.womanToken())) {
            assertThat(standing(couple.man(), 1, "suspended")).isEqualTo(204);
            hers.awaitEvent("room-closed");
            assertThat(api.send(couple, couple.womanToken(), "one", "Hello").outcome())
                    .isEqualTo("409 room-closed");
            assertThat(isOpen(couple)).isFalse();
            assertThat(api.history(couple, couple.womanToken()))
                    .as("still readable")
                    .isEmpty();

            standing(couple.woman(), 1, "suspended");
            standing(couple.man(), 2, "good");
            assertThat(isOpen(couple)).as("the other one is suspended still").isFalse();
            standing(couple.woman(), 2, "good");
            standing(couple.man(), 1, "suspended");
            hers.awaitEvent("room-opened");
            assertThat(isOpen(couple)).isTrue();
            assertThat(api.send(couple, couple.womanToken(), "one", "Hello").status())
                    .isEqualTo(201);
            standing(couple.man(), 3, "held");
            assertThat(isOpen(couple)).as("who is held back may chat").isTrue();
        }
    }

    @Test
    void whatWasClosedMeanwhileStaysClosed() {
        var couple = api.couple();
        standing(couple.man(), 1, "suspended");
        assertThat(api.close(couple.roomId(), Map.of("reason", "removed")).status())
                .isEqualTo(204);
        standing(couple.man(), 2, "good");
        assertThat(isOpen(couple)).isFalse();
    }

    @Test
    void aRoomThatOpensLateIsShutToo() {
        var couple = Couple.create();
        standing(couple.man(), 1, "suspended");
        assertThat(api.open(couple).status()).isEqualTo(201);
        assertThat(isOpen(couple)).isFalse();
    }

    @Test
    void servicesReadWhatTwoPeopleWroteLast() {
        var couple = api.couple();
        for (var number = 1; number <= 36; number++) {
            api.send(couple, number % 2 == 0 ? couple.manToken() : couple.womanToken(), "m" + number, "Line " + number);
        }
        var service = TestTokens.service("user");
        var path = "/internal/excerpts/" + couple.man() + "/" + couple.woman();
        var messages = api.get(path, service).body().path("messages");
        assertThat(messages.size()).isEqualTo(36);
        assertThat(messages.get(0).path("body").asString()).isEqualTo("Line 1");
        assertThat(messages.get(35).path("body").asString()).isEqualTo("Line 36");
        assertThat(api.get(path, couple.womanToken()).status()).isEqualTo(403);
        var strangers = "/internal/excerpts/" + couple.man() + "/" + UUID.randomUUID();
        assertThat(api.get(strangers, service).body().path("messages").size()).isZero();
    }

    private boolean isOpen(Couple couple) {
        return api.get("/api/rooms", couple.womanToken())
                .body()
                .at("/items/0/open")
                .asBoolean();
    }

    private int standing(UUID user, long version, String standing) {
        return api.post(
                        "/internal/standings",
                        TestTokens.service("user"),
                        Map.of("userId", user, "version", version, "standing", standing, "at", "2026-01-01T00:00:00Z"))
                .status();
    }
}
