package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** history-service and a process of communication-service are away while calls end, and while somebody is blocked. */
@Order(7)
class OutageTests {

    private static final Clients CLIENTS = new Clients();
    private static final Duration LONGEST_PAUSE_OF_A_RETRY = Duration.ofSeconds(90);

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    /** Those who are there hear of it at once, and those who are not as soon as they are back. */
    @Test
    void nobodyWaitsForWhoIsAwayAndNothingIsLost() {
        var stack = SharedStack.withNodes(2);
        var away = List.of(stack.node(Service.HISTORY, 1), stack.node(Service.COMMUNICATION, 1));
        var callers = new ArrayList<Couple>();
        try (var blocked = Couple.online(CLIENTS, stack.endpoints(2), stack.endpoints(2))) {
            for (var node : List.of(1, 2, 1)) {
                callers.add(Couple.online(CLIENTS, stack.endpoints(node), stack.endpoints(3 - node)));
            }
            var lastTalk = blocked.talk("friendship").meeting();
            var room = lastTalk.bothKeep();
            away.forEach(node -> node.kill());

            blockInCall(blocked);
            var meetings = callers.stream().map(OutageTests::talkAndEnd).toList();
            assertThat(away).noneMatch(node -> node.isAlive());
            away.forEach(node -> node.start());
            away.forEach(node -> node.awaitReady());

            awaitEndOfAll(blocked, room);
            blocked.awaitLoggedOnce(lastTalk);
            for (var number = 0; number < callers.size(); number++) {
                callers.get(number).awaitLoggedOnce(meetings.get(number));
            }
        } finally {
            callers.forEach(Couple::close);
        }
    }

    private static void blockInCall(Couple couple) {
        var answered = Blocking.block(couple.woman(), couple.man());
        var answeredAt = System.nanoTime();
        assertThat(answered.status()).isEqualTo(201);
        var ended = couple.man().await("call-ended").arrivedNanos();
        assertThat(Duration.ofNanos(ended - answeredAt)).isLessThan(Duration.ofSeconds(5));
    }

    private static Meeting talkAndEnd(Couple couple) {
        var call = couple.talk("casual");
        Journeys.endAndAwait(couple, call);
        return call.meeting();
    }

    /** The block has reached those who were away: nothing is left of what the two had. */
    private static void awaitEndOfAll(Couple couple, String room) {
        var path = "/api/rooms/" + room + "/messages";
        until(() -> couple.man().get(Service.COMMUNICATION, path).status() == 404);
        for (var person : couple.both()) {
            until(() -> isAlone(person));
            Blocking.awaitRoomClosed(person, room);
        }
    }

    private static boolean isAlone(Person person) {
        return person.get(Service.HISTORY, "/api/history/connections")
                .orThrow("connections")
                .path("items")
                .isEmpty();
    }

    private static void until(Callable<Boolean> isSo) {
        await().atMost(LONGEST_PAUSE_OF_A_RETRY)
                .pollInterval(Duration.ofMillis(200))
                .until(isSo);
    }
}
