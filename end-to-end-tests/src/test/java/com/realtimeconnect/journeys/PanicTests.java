package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.ServiceNode;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The way out works whatever else does not, and what could not be told is told once, later. */
@Order(105)
class PanicTests {

    private static final Clients CLIENTS = new Clients();

    /** Long enough for the longest pause that the outbox has got to while the services were down. */
    private static final Duration LATER = Duration.ofSeconds(150);

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    private record Panic(Couple couple, Couple.Call call, String reportId) {}

    /** One after the other goes down, and is not waited for before the next: the outbox may pause for a while. */
    @Test
    void nothingIsLostWhateverIsDown() {
        var stack = SharedStack.withNodes(2);
        var panics = new ArrayList<Panic>();
        try {
            panics.add(withoutHistory(stack));
            panics.add(withoutRedis(stack));
            var third = talking(stack);
            var fourth = talking(stack);
            panics.add(without(stack, Service.COMMUNICATION, third));
            panics.add(withoutAnythingRealtime(stack, fourth));
            // Who asks later needs one process of each; and nobody comes after this who needs more.
            SharedStack.withNodes(1);
            panics.forEach(panic -> assertDoneOnce(stack, panic));
        } finally {
            panics.forEach(panic -> panic.couple().close());
        }
    }

    private static Panic withoutHistory(Stack stack) {
        var panic = without(stack, Service.HISTORY, talking(stack));
        SharedStack.withNodes(2);
        return panic;
    }

    private static Panic without(Stack stack, Service service, Panic talking) {
        stack.nodes(service).forEach(ServiceNode::kill);
        return pressAndHearTheEnd(talking);
    }

    private static Panic withoutRedis(Stack stack) {
        var talking = talking(stack);
        SharedStack.usersRedis().cut();
        try {
            var pressed = pressAndHearTheEnd(talking);
            assertThat(Blocking.block(talking.couple().man(), talking.couple().woman())
                            .status())
                    .as("what cannot be counted is not refused")
                    .isEqualTo(201);
            return pressed;
        } finally {
            SharedStack.usersRedis().mend();
        }
    }

    private static Panic withoutAnythingRealtime(Stack stack, Panic talking) {
        stack.nodes(Service.QUEUING).forEach(ServiceNode::kill);
        stack.nodes(Service.INTERACTION).forEach(ServiceNode::kill);
        var pressed = press(talking);
        assertThat(press(talking)).isEqualTo(pressed);
        return pressed;
    }

    /** In a call that lasts until all of it is over. */
    private static Panic talking(Stack stack) {
        var couple = Couple.online(CLIENTS, stack.endpoints(1), stack.endpoints(2));
        var call = couple.talk("dating");
        couple.extend(call);
        return new Panic(couple, call, "");
    }

    private static Panic pressAndHearTheEnd(Panic talking) {
        var pressed = press(talking);
        assertThat(pressed.couple().man().await("call-ended").text("reason")).isEqualTo("hang-up");
        return pressed;
    }

    private static Panic press(Panic talking) {
        var reportId = talking.couple()
                .woman()
                .post(Service.USER, "/safety/panic", talking.call().id())
                .orThrow("panic")
                .path("reportId")
                .asString("");
        return new Panic(talking.couple(), talking.call(), reportId);
    }

    /** One report with all evidence, one block, one entry in each history. */
    private static void assertDoneOnce(Stack stack, Panic panic) {
        var woman = panic.couple().woman();
        var man = panic.couple().man();
        await().atMost(LATER)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    var reports = Moderator.logIn(CLIENTS, stack.endpoints(1)).reportsAbout(man);
                    assertThat(reports).hasSize(1);
                    var report = reports.getFirst();
                    assertThat(report.path("reportId").asString()).isEqualTo(panic.reportId());
                    assertThat(report.path("panic").asBoolean(false)).isTrue();
                    assertThat(report.at("/evidence/interaction/state").asString(""))
                            .isEqualTo("ENDED");
                    assertThat(report.at("/evidence/chat/messages").isArray()).isTrue();
                });
        var blocks = woman.get(Service.USER, "/safety/blocks").orThrow("blocks").path("items");
        assertThat(blocks.valueStream().map(block -> block.path("userId").asString("")))
                .containsExactly(man.userId());
        await().atMost(LATER)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !panic.call().meeting().logged(woman).isEmpty());
        panic.couple().awaitLoggedOnce(panic.call().meeting());
    }
}
