package com.realtimeconnect.queuing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.event.queuing.MatchFound;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.Matches;
import com.realtimeconnect.queuing.QueuingNode;
import com.realtimeconnect.queuing.RedisLink;
import com.realtimeconnect.queuing.Town;
import com.realtimeconnect.queuing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many people at once, with real sockets, over two nodes. */
class CrowdTests {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Visitor> everyone = new ArrayList<>();

    @BeforeEach
    void clear() {
        Town.clear();
    }

    @AfterEach
    void sendHome() {
        inParallel(everyone, Visitor::drop);
        threads.close();
    }

    @Test
    void aThousandJoinAtOnceAndOneInTenDrops() {
        var random = new Random(7);
        var women = arrive(500, Visitor::woman);
        var men = arrive(500, Visitor::man);
        var crowd = Stream.concat(women.stream(), men.stream()).toList();
        var dropping = crowd.stream().filter(visitor -> random.nextInt(10) == 0).collect(Collectors.toSet());

        var running = crowd.stream()
                .map(visitor -> threads.submit(() -> {
                    visitor.client().send("/app/queue/join", Map.of("intent", "casual"));
                    if (dropping.contains(visitor)) {
                        Thread.sleep(random.nextInt(3_000));
                        visitor.drop();
                    }
                    return visitor;
                }))
                .toList();
        running.forEach(CrowdTests::join);
        var stayed =
                crowd.stream().filter(visitor -> !dropping.contains(visitor)).toList();
        stayed.forEach(visitor -> visitor.client().awaitEvent("queue-joined"));

        awaitCalm("casual");
        var matches = Matches.of(Town.one().redis(), "casual");
        var matched = assertNobodyTwice(matches);
        assertNobodyWhileGone(matches);
        var waiting = waiting("casual:women").isEmpty() ? waiting("casual:men") : waiting("casual:women");
        assertThat(stayed)
                .allSatisfy(visitor -> assertThat(matched.contains(visitor.id()) || waiting.contains(visitor.id()))
                        .as("%s is matched or waits", visitor.id())
                        .isTrue());
        assertThat(matched).hasSizeGreaterThan(850);
        inParallel(
                stayed.stream()
                        .filter(visitor -> matched.contains(visitor.id()))
                        .toList(),
                visitor -> assertThat(visitor.awaitLeft()).isEqualTo("matched"));
        assertThat(stayed)
                .allSatisfy(visitor -> assertThat(visitor.client().events("queue-left"))
                        .hasSize(matched.contains(visitor.id()) ? 1 : 0));
    }

    @Test
    void theRareSideIsSharedOutInOrderOfArrivalAndNobodyStarves() {
        var men = arrive(200, Visitor::man);
        inParallel(men, man -> man.join("dating"));
        var inOrder = waiting("dating:men");

        inParallel(arrive(20, Visitor::woman), woman -> woman.join("dating"));
        assertThat(menOf(Matches.of(Town.one().redis(), "dating"))).isEqualTo(new HashSet<>(inOrder.subList(0, 20)));

        inParallel(arrive(20, Visitor::man), man -> man.join("dating"));
        inParallel(arrive(40, Visitor::woman), woman -> woman.join("dating"));
        assertThat(menOf(Matches.of(Town.one().redis(), "dating"))).isEqualTo(new HashSet<>(inOrder.subList(0, 60)));
    }

    @Test
    void redisIsEmptiedWhileAHundredWaitAndAllAreMatched() {
        var women = arrive(100, Visitor::woman);
        inParallel(women, woman -> woman.join("friendship"));
        QueueJourneyTests.flushAll();

        inParallel(arrive(100, Visitor::man), man -> man.join("friendship"));

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(Matches.of(Town.one().redis(), "friendship")).hasSize(100));
        assertNobodyTwice(Matches.of(Town.one().redis(), "friendship"));
        inParallel(everyone, visitor -> assertThat(visitor.awaitLeft()).isEqualTo("matched"));
    }

    @Test
    void theTicketsOfADeadNodeAreNotMatchedAndGoOnElsewhere() {
        var link = new RedisLink();
        var dying = Town.startAnother(link.url());
        try (var woman = Visitor.woman(dying)) {
            woman.join("language");
            link.cut();
            var diedAt = Instant.now();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(waiting("language:women")).isEmpty());

            try (var man = Visitor.man(Town.one())) {
                man.join("language");
                man.client().assertNoEvent("queue-left", Duration.ofMillis(500));
                try (var back = Visitor.arrive(Town.two(), woman.id(), "female")) {
                    assertThat(man.awaitLeft()).isEqualTo("matched");
                    assertThat(Matches.with(Town.one().redis(), "language", back.id())
                                    .orElseThrow()
                                    .woman()
                                    .joinedAt())
                            .isBefore(diedAt);
                }
            }
            // Else it would be renewed for somebody who is gone, when Redis is there again.
            woman.drop();
            Awaitility.await().until(() -> dying.bean(HeldTickets.class).of(new UserId(woman.id())) == null);
        } finally {
            dying.close();
            link.close();
        }
    }

    /** Half of them at each node. */
    private List<Visitor> arrive(int count, Function<QueuingNode, Visitor> arrival) {
        var doors = new Semaphore(16);
        var arriving = IntStream.range(0, count)
                .mapToObj(index -> threads.submit(() -> {
                    doors.acquire();
                    try {
                        return arrival.apply(index % 2 == 0 ? Town.one() : Town.two());
                    } finally {
                        doors.release();
                    }
                }))
                .toList();
        var arrived = arriving.stream().map(CrowdTests::join).toList();
        everyone.addAll(arrived);
        return arrived;
    }

    private void inParallel(List<Visitor> visitors, Consumer<Visitor> work) {
        visitors.stream()
                .map(visitor -> threads.submit(() -> work.accept(visitor)))
                .toList()
                .forEach(CrowdTests::join);
    }

    /** Waits until nobody is away any more, and at most one side waits. */
    private static void awaitCalm(String intent) {
        Awaitility.await().during(Duration.ofMillis(500)).untilAsserted(() -> {
            assertThat(waiting(intent + ":away")).isEmpty();
            assertThat(Math.min(
                            waiting(intent + ":women").size(),
                            waiting(intent + ":men").size()))
                    .isZero();
        });
    }

    private static Set<UUID> assertNobodyTwice(List<MatchFound> matches) {
        var seen = new HashSet<UUID>();
        for (var match : matches) {
            assertThat(seen.add(match.woman().userId().value())).isTrue();
            assertThat(seen.add(match.man().userId().value())).isTrue();
        }
        return seen;
    }

    private static void assertNobodyWhileGone(List<MatchFound> matches) {
        for (var node : List.of(Town.one(), Town.two())) {
            for (var match : matches) {
                for (var user : List.of(match.woman().userId(), match.man().userId())) {
                    var goneSince = node.absences().getOrDefault(user.value(), Instant.MAX);
                    assertThat(match.matchedAt()).isBeforeOrEqualTo(goneSince);
                }
            }
        }
    }

    private static Set<UUID> menOf(List<MatchFound> matches) {
        return matches.stream().map(match -> match.man().userId().value()).collect(Collectors.toSet());
    }

    /** Who is in this line, in order. */
    private static List<UUID> waiting(String line) {
        var parts = line.split(":", 2);
        var tag = "{queue:" + parts[0] + "}";
        var redis = Town.one().redis();
        return Objects.requireNonNull(redis.opsForZSet().range(tag + ":" + parts[1], 0, -1)).stream()
                .map(id -> redis.<String, String>opsForHash().get(tag + ":tickets", id))
                .filter(Objects::nonNull)
                .map(ticket -> UUID.fromString(ticket.replaceAll(".*\"userId\":\"([^\"]+)\".*", "$1")))
                .toList();
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
