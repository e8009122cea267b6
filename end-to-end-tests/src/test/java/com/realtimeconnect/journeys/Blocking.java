package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Event;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.localstack.client.Reply;
import com.realtimeconnect.localstack.client.StompSocket;
import java.util.List;
import java.util.Map;

/** How people block each other, and what must then be so. */
final class Blocking {

    private static final String BLOCKS = "/safety/blocks";

    private Blocking() {}

    static Reply block(Person by, Person whom) {
        return by.post(Service.USER, BLOCKS, Map.of("userId", whom.userId()));
    }

    static void unblock(Person by, Person whom) {
        assertThat(by.delete(Service.USER, BLOCKS + "/" + whom.userId()).status())
                .isEqualTo(204);
    }

    /** Each sees that the other is there. */
    static void watchEachOther(Couple couple) {
        watch(couple.woman(), couple.man());
        watch(couple.man(), couple.woman());
    }

    private static void watch(Person viewer, Person shown) {
        viewer.socket(Service.QUEUING).send("/app/presence/subscribe", Map.of("userIds", List.of(shown.userId())));
        var seen = viewer.await(
                Service.QUEUING,
                "presence-changed",
                event -> event.text("userId").equals(shown.userId()),
                StompSocket.PATIENCE);
        assertThat(seen.text("status")).isNotEqualTo("offline");
    }

    static Event awaitDark(Person viewer, Person shown) {
        return viewer.await(
                Service.QUEUING,
                "presence-changed",
                event -> event.text("userId").equals(shown.userId())
                        && event.text("status").equals("offline"),
                StompSocket.PATIENCE);
    }

    static Event awaitRoomClosed(Person member, String room) {
        return member.await(
                Service.COMMUNICATION,
                "room-closed",
                event -> event.text("roomId").equals(room),
                StompSocket.PATIENCE);
    }

    /** To the one who was blocked the other is nobody, and their room was never there. */
    static void assertStrangers(Person blocked, Person other, String room) {
        assertThat(blocked.get(Service.USER, "/profiles/" + other.userId()).status())
                .isEqualTo(404);
        assertThat(other.get(Service.USER, "/profiles/" + blocked.userId()).status())
                .isEqualTo(404);
        var presence = blocked.get(Service.QUEUING, "/api/presence?userIds=" + other.userId());
        assertThat(presence.orThrow("presence")).isEmpty();
        assertNoRoom(blocked, other, room);
    }

    /** What was theirs stays over, also when the block is taken back. */
    static void assertNoRoom(Person blocked, Person other, String room) {
        var messages = "/api/rooms/" + room + "/messages";
        assertThat(blocked.get(Service.COMMUNICATION, messages).code()).isEqualTo("not-found");
        var late = Map.of("clientMessageId", "late", "body", "Are you there?");
        assertThat(blocked.post(Service.COMMUNICATION, messages, late).code()).isEqualTo("not-found");
        assertThat(other.post(Service.COMMUNICATION, messages, late).code()).isIn("room-closed", "not-found");
    }
}
