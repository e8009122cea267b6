package com.realtimeconnect.queuing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.queuing.Matches;
import com.realtimeconnect.queuing.QueuingNode;
import com.realtimeconnect.queuing.Town;
import com.realtimeconnect.queuing.Visitor;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People with sockets at one node and at two. */
class QueueJourneyTests {

    @BeforeEach
    void clear() {
        Town.clear();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void matchesTwoAtOnceAndTellsBoth(boolean twoNodes) {
        try (var woman = Visitor.woman(Town.one());
                var man = Visitor.man(twoNodes ? Town.two() : Town.one())) {
            var state = woman.client().awaitEvent("state");
            assertThat(state.path("presence").asString()).isEqualTo("online");
            assertThat(state.path("ticket").isNull()).isTrue();

            var joined = woman.join("casual");
            assertThat(joined.path("position").asInt()).isEqualTo(1);
            man.join("casual");

            assertThat(woman.awaitLeft()).isEqualTo("matched");
            assertThat(man.awaitLeft()).isEqualTo("matched");
            var match = match("casual", woman);
            assertThat(match.man().userId().value()).isEqualTo(man.id());
            assertThat(match.woman().ticket()).isEqualTo(joined.path("ticket").asString());
            assertThat(match.woman().joinedAt()).isBefore(match.man().joinedAt());
        }
    }

    @Test
    void isNotMatchedWhileGoneAndGoesOnAtTheOldPlace() {
        var woman = Visitor.woman(Town.one());
        woman.join("casual");
        woman.drop();
        awaitAway("casual", 1);
        try (var second = Visitor.woman(Town.one());
                var man = Visitor.man(Town.two())) {
            second.join("casual");
            man.join("casual");
            assertThat(second.awaitLeft()).isEqualTo("matched");

            try (var back = Visitor.arrive(Town.two(), woman.id(), "female");
                    var next = Visitor.man(Town.one())) {
                var state = back.client().awaitEvent("state");
                assertThat(state.path("presence").asString()).isEqualTo("queuing");
                assertThat(state.path("ticket").path("position").asInt()).isEqualTo(1);
                next.join("casual");
                assertThat(back.awaitLeft()).isEqualTo("matched");
            }
        }
    }

    @Test
    void whoReturnsIsMatchedAtOnceWithWhoCameMeanwhile() {
        var woman = Visitor.woman(Town.one());
        woman.join("casual");
        woman.drop();
        awaitAway("casual", 1);
        try (var man = Visitor.man(Town.one())) {
            man.join("casual");
            try (var back = Visitor.arrive(Town.two(), woman.id(), "female")) {
                assertThat(man.awaitLeft()).isEqualTo("matched");
                assertThat(match("casual", back).man().userId().value()).isEqualTo(man.id());
            }
        }
    }

    @Test
    void leavesByItselfAfterTheGraceAndTheTicketGivesThePlaceBack() {
        var early = UUID.randomUUID();
        var visitor = Visitor.arrive(Town.one(), early, "female");
        var ticket = visitor.join("casual").path("ticket").asString();
        try (var late = Visitor.woman(Town.one())) {
            late.join("casual");
            visitor.drop();
            Awaitility.await()
                    .untilAsserted(() -> Town.get(early, "female", "/api/queue/me")
                            .expectStatus()
                            .isNoContent());

            try (var back = Visitor.arrive(Town.two(), early, "female")) {
                assertThat(back.client().awaitEvent("state").path("ticket").isNull())
                        .isTrue();
                var joined = back.join(Map.of("intent", "casual", "ticket", ticket));
                assertThat(joined.path("position").asInt()).isEqualTo(1);
                assertThat(joined.path("ticket").asString()).isNotEqualTo(ticket);
            }
        }
    }

    @Test
    void aTicketOfAnotherQueueIsNoUseHere() {
        try (var first = Visitor.woman(Town.one());
                var second = Visitor.woman(Town.one())) {
            var ticket = first.join("dating").path("ticket").asString();
            first.leave();
            second.join("casual");
            assertThat(first.join(Map.of("intent", "casual", "ticket", ticket))
                            .path("position")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void aPlaceThatLedToACallIsUsedUp() {
        try (var woman = Visitor.woman(Town.one());
                var other = Visitor.woman(Town.one());
                var man = Visitor.man(Town.one())) {
            var ticket = woman.join("casual").path("ticket").asString();
            man.join("casual");
            assertThat(woman.awaitLeft()).isEqualTo("matched");
            Town.neighbours().talked(woman.id(), man.id());
            other.join("casual");

            assertThat(woman.join(Map.of("intent", "casual", "ticket", ticket))
                            .path("position")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void whoWasMatchedAMomentAgoCannotJoinBeforeTheCallIsKnown() {
        try (var woman = Visitor.woman(Town.one());
                var man = Visitor.man(Town.two())) {
            woman.join("casual");
            man.join("casual");
            woman.awaitLeft();
            man.awaitLeft();
            for (var visitor : List.of(woman, man)) {
                assertThat(visitor.client()
                                .sendRefused("/app/queue/join", Map.of("intent", "dating"))
                                .path("code")
                                .asString())
                        .isEqualTo("in-call");
            }
            Town.neighbours().declined(woman.id(), man.id());
            assertThat(woman.join("dating").path("position").asInt()).isEqualTo(1);
        }
    }

    @Test
    void withoutASocketOneWaitsAsideAndThenLeaves() {
        var id = UUID.randomUUID();
        Town.join(id, "female", Map.of("intent", "casual")).expectStatus().isOk();
        try (var man = Visitor.man(Town.one())) {
            man.join("casual");
            man.client().assertNoEvent("queue-left", Duration.ofMillis(300));
            try (var arrived = Visitor.arrive(Town.two(), id, "female")) {
                assertThat(man.awaitLeft()).isEqualTo("matched");
                assertThat(match("casual", arrived).man().userId().value()).isEqualTo(man.id());
            }
        }
        var nobody = UUID.randomUUID();
        Town.join(nobody, "female", Map.of("intent", "casual")).expectStatus().isOk();
        Awaitility.await()
                .untilAsserted(() -> Town.get(nobody, "female", "/api/queue/me")
                        .expectStatus()
                        .isNoContent());
    }

    @Test
    void joinedOverRestAtOneNodeWithASocketAtTheOther() {
        try (var woman = Visitor.woman(Town.two());
                var man = Visitor.man(Town.one())) {
            Town.join(Town.one(), woman.id(), "female", Map.of("intent", "casual"))
                    .expectStatus()
                    .isOk();
            woman.client().awaitEvent("queue-joined");
            Awaitility.await()
                    .during(Duration.ofSeconds(4))
                    .untilAsserted(() -> assertThat(length("casual:away")).isZero());
            man.join("casual");
            assertThat(woman.awaitLeft()).isEqualTo("matched");
        }
    }

    @Test
    void twoDevicesKeepAPlaceTogether() {
        try (var phone = Visitor.woman(Town.one())) {
            var laptop = Visitor.arrive(Town.two(), phone.id(), "female");
            laptop.join("casual");
            laptop.drop();
            Awaitility.await()
                    .during(Duration.ofSeconds(4))
                    .untilAsserted(() -> assertThat(length("casual:women")).isEqualTo(1));
            try (var man = Visitor.man(Town.two())) {
                man.join("casual");
                assertThat(phone.awaitLeft()).isEqualTo("matched");
            }
        }
    }

    @Test
    void twoJoinsAtOnceOnTwoNodesLeaveOneTicket() throws InterruptedException, ExecutionException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 25; round++) {
                var user = UUID.randomUUID();
                var results = pool.invokeAll(List.of(
                        joining(Town.one(), user, "casual"),
                        joining(Town.two(), user, "dating"),
                        joining(Town.one(), user, "dating"),
                        joining(Town.two(), user, "casual")));
                var statuses = new HashSet<Integer>();
                for (var result : results) {
                    statuses.add(result.get());
                }
                assertThat(statuses).contains(200).isSubsetOf(200, 409);
                assertThat(ticketsOf(user)).hasSize(1);
            }
        }
    }

    @Test
    void emptyingRedisStrandsNobodyWhoIsConnected() {
        try (var first = Visitor.woman(Town.one());
                var second = Visitor.woman(Town.two())) {
            var ticketId = first.join("casual").path("ticketId").asString();
            second.join("casual");
            flushAll();

            Awaitility.await()
                    .untilAsserted(() -> assertThat(length("casual:women")).isEqualTo(2));
            Town.get(first.id(), "female", "/api/queue/me")
                    .expectBody()
                    .jsonPath("$.ticketId")
                    .isEqualTo(ticketId)
                    .jsonPath("$.position")
                    .isEqualTo(1);
        }
    }

    @Test
    void whoLeavesARedisThatForgotThemStaysOut() {
        try (var woman = Visitor.woman(Town.one())) {
            woman.join("casual");
            flushAll();
            woman.leave();
            assertThat(woman.awaitLeft()).isEqualTo("asked");

            // Longer than a node takes to put back what Redis lost.
            Awaitility.await().during(Duration.ofSeconds(1)).until(() -> length("casual:women") == 0);
        }
    }

    static void flushAll() {
        Town.one().redis().execute((org.springframework.data.redis.core.RedisCallback<String>) connection -> {
            connection.serverCommands().flushAll();
            return "";
        });
    }

    private static Callable<Integer> joining(QueuingNode node, UUID user, String intent) {
        return () -> Town.join(node, user, "female", Map.of("intent", intent))
                .returnResult()
                .getStatus()
                .value();
    }

    private static List<String> ticketsOf(UUID user) {
        return java.util.stream.Stream.of("casual", "dating")
                .flatMap(intent -> Town.one().redis().opsForHash().values("{queue:" + intent + "}:tickets").stream())
                .map(String::valueOf)
                .filter(ticket -> ticket.contains(user.toString()))
                .toList();
    }

    private static void awaitAway(String intent, int count) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(length(intent + ":away")).isEqualTo(count));
    }

    private static long length(String line) {
        var parts = line.split(":", 2);
        var size = Town.one().redis().opsForZSet().zCard("{queue:" + parts[0] + "}:" + parts[1]);
        return size == null ? 0 : size;
    }

    private static com.realtimeconnect.common.event.queuing.MatchFound match(String intent, Visitor visitor) {
        return Matches.with(Town.one().redis(), intent, visitor.id()).orElseThrow();
    }
}
