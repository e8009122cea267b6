package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.localstack.client.Reply;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Reported, held back, suspended and let back in, with her sockets on one node and his on the other. */
@Order(10)
class ModerationTests {

    private static final Clients CLIENTS = new Clients();
    private static final Duration SOON = Duration.ofSeconds(30);

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    private static Stack stack() {
        return SharedStack.withNodes(2);
    }

    @Test
    void severalReportsHoldAManBackUntilAnAdminDecides() {
        var stack = stack();
        var moderator = Moderator.logIn(CLIENTS, stack.endpoints(1));
        try (var man = Person.man(CLIENTS, stack.endpoints(2), "Mark")) {
            Meeting.comeOnline(man);
            for (var name : List.of("Wilma", "Wanda", "Wendy")) {
                try (var woman = Person.woman(CLIENTS, stack.endpoints(1), name)) {
                    Meeting.comeOnline(woman);
                    reportInCall(new Couple(woman, man));
                }
            }
            await().until(() -> {
                var refused = man.post(Service.QUEUING, "/api/queue/join", Map.of("intent", "dating"));
                return refused.status() == 403 && refused.code().equals("held-back");
            });
            var reports = moderator.reportsAbout(man);
            assertThat(reports).hasSize(3);
            await().untilAsserted(() -> assertThat(moderator.reportsAbout(man))
                    .allMatch(report -> report.at("/evidence/interaction/endReason")
                                    .asString("")
                                    .equals("reported")
                            && report.at("/evidence/chat/messages").isArray()));
            reports.forEach(moderator::dismiss);
            await().until(() -> man.post(Service.QUEUING, "/api/queue/join", Map.of("intent", "dating"))
                            .status()
                    == 200);
            man.delete(Service.QUEUING, "/api/queue").orThrow("leave");
        }
    }

    /** To him it looks as if she had hung up. */
    private static void reportInCall(Couple couple) {
        var call = couple.talk("dating");
        var report = Map.of("interactionId", call.meeting().interactionId(), "reason", "harassment");
        assertThat(couple.woman().post(Service.USER, "/safety/reports", report).status())
                .isEqualTo(201);
        assertThat(couple.man().await("call-ended").text("reason")).isEqualTo("hang-up");
        assertThat(couple.woman().await("call-ended").text("reason")).isEqualTo("reported");
    }

    @Test
    void aSuspensionEndsTheCallShutsTheRoomAndIsUndone() {
        var stack = stack();
        var moderator = Moderator.logIn(CLIENTS, stack.endpoints(1));
        try (var couple = Couple.online(CLIENTS, stack.endpoints(1), stack.endpoints(2))) {
            var woman = couple.woman();
            var man = couple.man();
            var call = couple.talk("friendship");
            couple.extend(call);
            var room = call.meeting().bothKeep();
            await().until(() -> say(woman, room).status() == 201);
            assertThat(moderator.suspend(man).status()).isEqualTo(200);
            for (var service : List.of(Service.QUEUING, Service.INTERACTION, Service.COMMUNICATION)) {
                assertThat(man.socket(service).awaitClose(SOON))
                        .as(service.fullName())
                        .isEqualTo(4502);
            }
            await().until(() -> woman.get(Service.QUEUING, "/api/presence?userIds=" + man.userId())
                    .body()
                    .at("/0/status")
                    .asString("")
                    .equals("offline"));
            assertThat(woman.await("call-ended").text("reason")).isEqualTo("hang-up");
            woman.await(Service.COMMUNICATION, "room-closed", event -> true, SOON);
            assertThat(say(woman, room).code()).isEqualTo("room-closed");
            var login = man.tryToLogIn();
            assertThat(login.status()).isEqualTo(403);
            assertThat(login.code()).isEqualTo("suspended");
            couple.awaitEndReason(call.meeting(), woman, "hang-up");

            moderator.reinstate(man);
            woman.await(Service.COMMUNICATION, "room-opened", event -> true, SOON);
            await().until(() -> say(woman, room).status() == 201);
            await().until(() -> {
                man.logInAgain();
                return man.get(Service.USER, "/auth/me").status() == 200;
            });
            couple.awaitEndReason(call.meeting(), man, "suspended");
        }
    }

    @Test
    void aSuspensionLeavesTheQueue() {
        var stack = stack();
        var moderator = Moderator.logIn(CLIENTS, stack.endpoints(1));
        try (var couple = Couple.online(CLIENTS, stack.endpoints(1), stack.endpoints(2))) {
            Meeting.join(couple.man(), "language");
            couple.man().socket(Service.QUEUING).await("queue-joined");
            moderator.suspend(couple.man()).orThrow("suspend");
            couple.man().socket(Service.QUEUING).awaitClose(SOON);
            Meeting.join(couple.woman(), "language");
            couple.woman().socket(Service.QUEUING).await("queue-joined");
            assertThat(couple.woman().get(Service.QUEUING, "/api/queue/me").status())
                    .as("she is not matched, but waits")
                    .isEqualTo(200);
            couple.woman().delete(Service.QUEUING, "/api/queue");
        }
    }

    private static Reply say(Person person, String room) {
        var message = Map.of("clientMessageId", UUID.randomUUID().toString(), "body", "Hello");
        return person.post(Service.COMMUNICATION, "/api/rooms/" + room + "/messages", message);
    }
}
