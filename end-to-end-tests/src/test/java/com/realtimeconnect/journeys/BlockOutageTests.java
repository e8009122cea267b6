package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Services are away when somebody is blocked. */
@Order(9)
class BlockOutageTests {

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
        try (var couple = Couple.online(CLIENTS, stack.endpoints(2), stack.endpoints(2))) {
            var call = couple.talk("friendship");
            var room = call.meeting().bothKeep();
            away.forEach(node -> node.kill());

            var answered = Blocking.block(couple.woman(), couple.man());
            var answeredAt = System.nanoTime();
            assertThat(answered.status()).isEqualTo(201);
            var ended = couple.man().await("call-ended").arrivedNanos();
            assertThat(Duration.ofNanos(ended - answeredAt)).isLessThan(Duration.ofSeconds(1));

            away.forEach(node -> node.start());
            away.forEach(node -> node.awaitReady());
            var path = "/api/rooms/" + room + "/messages";
            until(() -> couple.man().get(Service.COMMUNICATION, path).status() == 404);
            for (var person : couple.both()) {
                until(() -> isAlone(person));
                Blocking.awaitRoomClosed(person, room);
            }
            couple.awaitLoggedOnce(call.meeting());
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
