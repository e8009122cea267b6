package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.ServiceNode;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.client.Clients;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The way out works whatever else does not, and what could not be told is told once, later. */
@Order(12)
class PanicTests {

    private static final Clients CLIENTS = new Clients();
    private static final Duration LATER = Duration.ofSeconds(60);

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void worksWithEveryRealtimeServiceStopped() {
        var stack = SharedStack.withNodes(2);
        try (var couple = online(stack)) {
            var call = couple.talk("dating");
            var realtime = Stream.of(Service.QUEUING, Service.INTERACTION, Service.COMMUNICATION)
                    .flatMap(service -> stack.nodes(service).stream())
                    .toList();
            realtime.forEach(ServiceNode::kill);
            var reportId = panic(couple, call);
            assertThat(panic(couple, call)).isEqualTo(reportId);
            SharedStack.withNodes(2);
            assertDoneOnce(stack, couple, call, reportId);
        }
    }

    @Test
    void worksWithHistoryStopped() {
        worksWithout(Service.HISTORY);
    }

    @Test
    void worksWithTheChatStopped() {
        worksWithout(Service.COMMUNICATION);
    }

    private static void worksWithout(Service service) {
        var stack = SharedStack.withNodes(2);
        try (var couple = online(stack)) {
            var call = couple.talk("casual");
            stack.nodes(service).forEach(ServiceNode::kill);
            var reportId = panic(couple, call);
            assertThat(couple.man().await("call-ended").text("reason")).isEqualTo("hang-up");
            SharedStack.withNodes(2);
            assertDoneOnce(stack, couple, call, reportId);
        }
    }

    @Test
    void worksWithoutTheLinkToRedis() {
        var stack = SharedStack.withNodes(2);
        try (var couple = online(stack)) {
            var call = couple.talk("networking");
            SharedStack.usersRedis().cut();
            String reportId;
            try {
                reportId = panic(couple, call);
                assertThat(couple.man().await("call-ended").text("reason")).isEqualTo("hang-up");
            } finally {
                SharedStack.usersRedis().mend();
            }
            assertDoneOnce(stack, couple, call, reportId);
        }
    }

    private static Couple online(Stack stack) {
        return Couple.online(CLIENTS, stack.endpoints(1), stack.endpoints(2));
    }

    private static String panic(Couple couple, Couple.Call call) {
        return couple.woman()
                .post(Service.USER, "/safety/panic", call.id())
                .orThrow("panic")
                .path("reportId")
                .asString("");
    }

    /** One report with all evidence, one block, one entry in each history. */
    private static void assertDoneOnce(Stack stack, Couple couple, Couple.Call call, String reportId) {
        var moderator = await().atMost(LATER)
                .ignoreExceptions()
                .until(() -> Moderator.logIn(CLIENTS, stack.endpoints(1)), admin -> true);
        await().atMost(LATER).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            var reports = moderator.reportsAbout(couple.man());
            assertThat(reports).hasSize(1);
            var report = reports.getFirst();
            assertThat(report.path("reportId").asString()).isEqualTo(reportId);
            assertThat(report.path("panic").asBoolean(false)).isTrue();
            assertThat(report.at("/evidence/interaction/state").asString("")).isEqualTo("ENDED");
            assertThat(report.at("/evidence/chat/messages").isArray()).isTrue();
        });
        var blocks = couple.woman()
                .get(Service.USER, "/safety/blocks")
                .orThrow("blocks")
                .path("items");
        assertThat(blocks.valueStream().map(block -> block.path("userId").asString("")))
                .containsExactly(couple.man().userId());
        couple.awaitLoggedOnce(call.meeting());
    }
}
