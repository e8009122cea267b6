package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A process that holds people's sockets dies in the middle of their call. */
@Order(8)
class NodeCrashTests {

    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    /** Both go on at the other process, and the clock is kept. */
    @Test
    void aCallOutlivesItsNode() {
        var stack = SharedStack.withNodes(2);
        try (var couple = Couple.online(CLIENTS, stack.endpoints(2), stack.endpoints(2))) {
            var call = couple.talk("dating");

            stack.node(Service.INTERACTION, 2).kill();
            couple.both().forEach(person -> person.moveTo(stack.endpoints(1)));
            for (var person : couple.both()) {
                var interaction = Couple.reconnect(person).data().path("interaction");
                assertThat(interaction.path("interactionId").asString(""))
                        .isEqualTo(call.meeting().interactionId());
                assertThat(Instant.parse(interaction.path("endsAt").asString("")))
                        .isEqualTo(call.endsAt());
            }
            call.meeting().relayToReturned(couple.woman(), couple.man(), "ice-candidate", Meeting.candidate(7));
            var late = call.meeting().awaitEndByClock(call.endsAt());

            assertThat(late).isBetween(Duration.ZERO, Duration.ofSeconds(10));
            couple.awaitLoggedOnce(call.meeting());
        }
    }
}
