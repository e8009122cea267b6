package com.realtimeconnect.queuing.queue;

import static org.awaitility.Awaitility.await;

import com.realtimeconnect.queuing.QueuingNode;
import com.realtimeconnect.queuing.Town;
import com.realtimeconnect.queuing.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.assertj.core.api.Assertions;
import org.springframework.http.HttpHeaders;

/**
 * Redis is emptied again and again while people join, leave and move between two nodes. In the end those wait who said so
 * last, and nobody else.
 */
class LostRedisProperties {

    private static final int PEOPLE = 16;

    /** Longer than a node takes to put back what Redis lost. */
    private static final Duration SETTLED = Town.GRACE.plusMillis(1_500);

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whoSaidSoLastWaitsAndNobodyElse(
            @ForAll("lives") List<List<Step>> lives, @ForAll("moments") Set<Integer> emptied) throws Exception {
        Town.clear();
        var steps = new AtomicInteger();
        var people = new ArrayList<Inhabitant>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lives.forEach(life -> people.add(new Inhabitant(people.size() % 2 == 0 ? Town.one() : Town.two())));
            var played = new ArrayList<Callable<Boolean>>();
            for (var index = 0; index < lives.size(); index++) {
                var person = people.get(index);
                var life = lives.get(index);
                played.add(() -> {
                    for (var step : life) {
                        if (emptied.contains(steps.incrementAndGet())) {
                            QueueJourneyTests.flushAll();
                        }
                        person.take(step);
                    }
                    return true;
                });
            }
            for (var life : threads.invokeAll(played)) {
                life.get();
            }
            await().during(SETTLED).untilAsserted(() -> people.forEach(Inhabitant::isWhereTheySaid));
        } finally {
            people.forEach(Inhabitant::close);
        }
    }

    @Provide
    Arbitrary<List<List<Step>>> lives() {
        var between = Arbitraries.of(Step.class).list().ofMinSize(1).ofMaxSize(5);
        var last = Arbitraries.of(Step.JOIN_HERE, Step.JOIN_THERE, Step.LEAVE_HERE, Step.LEAVE_THERE);
        return Combinators.combine(between, last)
                .as((steps, end) -> {
                    var life = new ArrayList<>(List.of(Step.JOIN_HERE));
                    life.addAll(steps);
                    life.add(end);
                    return List.<Step>copyOf(life);
                })
                .list()
                .ofSize(PEOPLE);
    }

    /** After so many steps of all together. */
    @Provide
    Arbitrary<Set<Integer>> moments() {
        return Arbitraries.integers()
                .between(PEOPLE, 5 * PEOPLE)
                .set()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Here is where their socket is. */
    enum Step {
        JOIN_HERE,
        JOIN_THERE,
        LEAVE_HERE,
        LEAVE_THERE,
        MOVE
    }

    /** A woman with a socket at one of the nodes, who speaks to both. */
    private static final class Inhabitant implements AutoCloseable {

        private final UUID id = UUID.randomUUID();
        private QueuingNode here;
        private Visitor visitor;
        private final List<Step> taken = new ArrayList<>();
        private boolean waits;

        Inhabitant(QueuingNode here) {
            this.here = here;
            visitor = Visitor.arrive(here, id, "female");
        }

        void take(Step step) {
            taken.add(step);
            switch (step) {
                case JOIN_HERE -> join(here);
                case JOIN_THERE -> join(there());
                case LEAVE_HERE -> leave(here);
                case LEAVE_THERE -> leave(there());
                case MOVE -> move();
            }
        }

        private QueuingNode there() {
            return here == Town.one() ? Town.two() : Town.one();
        }

        private void join(QueuingNode node) {
            await().until(() -> Town.join(node, id, "female", Map.of("intent", "casual"))
                            .returnResult()
                            .getStatus()
                            .value()
                    == 200);
            waits = true;
        }

        private void leave(QueuingNode node) {
            node.rest()
                    .delete()
                    .uri("/api/queue")
                    .header(HttpHeaders.AUTHORIZATION, Town.bearer(id, "female"))
                    .exchange()
                    .expectStatus()
                    .isNoContent();
            waits = false;
        }

        /** The new socket is there before the old one is gone, as with a second device. */
        private void move() {
            var before = visitor;
            here = there();
            visitor = Visitor.arrive(here, id, "female");
            before.drop();
        }

        void isWhereTheySaid() {
            var status = Town.get(id, "female", "/api/queue/me")
                    .returnResult()
                    .getStatus()
                    .value();
            Assertions.assertThat(status).as("after " + taken).isEqualTo(waits ? 200 : 204);
        }

        @Override
        public void close() {
            visitor.close();
        }
    }
}
