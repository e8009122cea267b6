package com.realtimeconnect.user.safety;

import static com.realtimeconnect.user.safety.ToldServices.BLOCKS;
import static com.realtimeconnect.user.safety.ToldServices.LIFTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** What the other services hear of a block. */
@ApiTest
class BlockNewsTests {

    private static final String PATH = "/safety/blocks";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Sooner than a call that hangs is given up. */
    private static final Duration AT_ONCE = Duration.ofMillis(1_900);

    /** Half as many again as the outbox has threads. */
    private static final int MANY = 12;

    private static final int ROUNDS = 4;

    private final UserApi api;
    private final Neighbours neighbours;
    private final Blocks blocks;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final ToldServices services;

    BlockNewsTests(
            UserApi api, Neighbours neighbours, Blocks blocks, TransactionOperations transactions, JdbcClient jdbc) {
        this.api = api;
        this.neighbours = neighbours;
        this.blocks = blocks;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.services = new ToldServices(neighbours);
    }

    @BeforeEach
    void listen() {
        services.listen();
    }

    @Test
    void tellsAllFourOfABlockAndThoseWhoKeepItOfItsEnd() {
        var woman = api.woman();
        var man = api.man();
        var made = api.post(PATH, woman.accessToken(), Map.of("userId", man.id()));
        await().until(() -> services.told(BLOCKS, woman, man).size() >= 4);
        var fact = services.told(BLOCKS, woman, man).getFirst();
        assertThat(fact.propertyNames()).containsExactlyInAnyOrder("blocker", "blocked", "at", "step");
        assertThat(fact.path("at").asString()).isEqualTo(made.text("since"));

        api.delete(PATH + "/" + man.id(), woman.accessToken());
        await().until(() -> services.told(LIFTED, woman, man).size() >= 3);
        assertThat(services.told(LIFTED, woman, man).getFirst().path("step").asLong())
                .isGreaterThan(fact.path("step").asLong());
        awaitNothingWaiting();
        assertThat(services.told(BLOCKS, woman, man)).as("once to each").hasSize(4);
        assertThat(services.told(LIFTED, woman, man)).as("once to each").hasSize(3);
    }

    @Test
    void saysNothingOfWhatChangedNothing() {
        var woman = api.woman();
        var man = api.man();
        api.delete(PATH + "/" + man.id(), woman.accessToken());
        api.post(PATH, woman.accessToken(), Map.of("userId", man.id()));
        api.post(PATH, woman.accessToken(), Map.of("userId", man.id()));
        awaitNothingWaiting();
        assertThat(stepsOf(services.told(BLOCKS, woman, man))).hasSize(1);
        assertThat(services.told(LIFTED, woman, man)).isEmpty();
    }

    /** More of them hang than the outbox has threads. A machine that is busy may be late by itself, but not each time. */
    @Test
    void aServiceThatHangsDelaysNoOther() {
        var released = new CountDownLatch(1);
        var calls = new AtomicInteger();
        try {
            // Every fourth call hangs, as those to one of the four would.
            neighbours.answer("POST", BLOCKS, request -> {
                if (calls.incrementAndGet() % 4 == 0) {
                    hang(released);
                }
                return new Reply(204, "");
            });
            var soon = false;
            for (var round = 0; round < ROUNDS && !soon; round++) {
                soon = tellOfMany().compareTo(AT_ONCE) < 0;
            }
            assertThat(soon).isTrue();
        } finally {
            released.countDown();
        }
    }

    /** How long it takes, once they are made, until all four services were told of many blocks. */
    private Duration tellOfMany() {
        record Couple(Member woman, Member man) {}
        var couples = Stream.generate(() -> new Couple(api.woman(), api.man()))
                .limit(MANY)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            couples.forEach(couple -> threads.execute(() -> api.post(
                    PATH,
                    couple.woman().accessToken(),
                    Map.of("userId", couple.man().id()))));
        }
        var start = System.nanoTime();
        await().until(() -> couples.stream()
                .allMatch(couple ->
                        services.told(BLOCKS, couple.woman(), couple.man()).size() >= 4));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aServiceThatIsDownHearsOfItOnceItIsBack() {
        var refusals = new AtomicInteger();
        neighbours.answer("POST", BLOCKS, request -> {
            // All first tries of all four, at once and by the outbox.
            return refusals.incrementAndGet() <= 8 ? new Reply(503, "{}") : new Reply(204, "");
        });
        var woman = api.woman();
        var man = api.man();
        assertThat(api.post(PATH, woman.accessToken(), Map.of("userId", man.id()))
                        .status())
                .isEqualTo(201);
        await().until(() -> services.told(BLOCKS, woman, man).size() >= 12);
        awaitNothingWaiting();
    }

    @Test
    void aBlockThatIsRolledBackIsToldToNobody() {
        var woman = api.woman();
        var man = api.man();
        transactions.executeWithoutResult(status -> {
            assertThat(blocks.block(new UserId(woman.id()), new UserId(man.id()))
                            .isNew())
                    .isTrue();
            status.setRollbackOnly();
        });
        awaitNothingWaiting();
        assertThat(services.told(BLOCKS, woman, man)).isEmpty();
        assertThat(blocks.around(Set.of(new UserId(woman.id())))).isEmpty();
    }

    /** Block and unblock at the same moment: whatever came of it, the fact with the highest step says it. */
    @RepeatedTest(10)
    void theHighestStepIsTheTruth(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var woman = api.woman();
        var man = api.man();
        var by = new UserId(woman.id());
        var whom = new UserId(man.id());
        var decisions = new ArrayList<Callable<Object>>();
        for (var number = 0; number < 24; number++) {
            decisions.add(
                    random.nextBoolean()
                            ? () -> blocks.block(by, whom)
                            : () -> {
                                blocks.unblock(by, whom);
                                return whom;
                            });
        }
        atOnce(decisions);
        awaitNothingWaiting();
        var facts = Stream.concat(
                        services.told(BLOCKS, woman, man).stream(), services.told(LIFTED, woman, man).stream())
                .max(Comparator.comparingLong(fact -> fact.path("step").asLong()));
        var lifted = stepsOf(services.told(LIFTED, woman, man));
        var inForce = !blocks.around(Set.of(by)).isEmpty();
        assertThat(facts.map(fact -> !lifted.contains(fact.path("step").asLong()))
                        .orElse(false))
                .isEqualTo(inForce);
    }

    @Test
    void blocksOfTheSameMomentAreOne() throws Exception {
        var woman = api.woman();
        var man = api.man();
        var by = new UserId(woman.id());
        var decisions = new ArrayList<Callable<Object>>();
        for (var number = 0; number < 16; number++) {
            decisions.add(() -> blocks.block(by, new UserId(man.id())));
        }
        var made = atOnce(decisions).stream().map(Blocks.Made.class::cast).toList();
        assertThat(made.stream().filter(Blocks.Made::isNew)).hasSize(1);
        assertThat(made.stream().map(Blocks.Made::block).distinct()).hasSize(1);
        awaitNothingWaiting();
        assertThat(stepsOf(services.told(BLOCKS, woman, man))).hasSize(1);
    }

    private static List<Object> atOnce(List<Callable<Object>> decisions)
            throws InterruptedException, ExecutionException {
        var outcomes = new ArrayList<Object>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var outcome : threads.invokeAll(decisions)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private static List<Long> stepsOf(List<JsonNode> facts) {
        return facts.stream().map(fact -> fact.path("step").asLong()).distinct().toList();
    }

    private void awaitNothingWaiting() {
        await().until(() -> jdbc.sql("select count(*) from users.scheduled_tasks where task_name like '%block-to-%'")
                        .query(Long.class)
                        .single()
                == 0);
    }

    private static void hang(CountDownLatch latch) {
        try {
            latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
