package com.realtimeconnect.common.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchLoaderTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 5;

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Set<Integer>> questions = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore answers = new Semaphore(0);
    private final AtomicInteger version = new AtomicInteger();

    @AfterEach
    void stop() {
        answers.release(1_000);
        people.shutdown();
    }

    private BatchLoader<Integer, String> loader(int atOnce, Duration patience) {
        return new BatchLoader<>(this::answer, atOnce, LARGEST, patience);
    }

    /** Knows what is not negative; breaks at 99. */
    private Map<Integer, String> answer(Set<Integer> keys) {
        questions.add(keys);
        var seen = version.get();
        answers.acquireUninterruptibly();
        if (keys.contains(99)) {
            throw new IllegalArgumentException("99");
        }
        var known = new HashMap<Integer, String>();
        keys.stream().filter(key -> key >= 0).forEach(key -> known.put(key, key + " v" + seen));
        return known;
    }

    private Future<Optional<String>> ask(BatchLoader<Integer, String> loader, int key) {
        Callable<Optional<String>> question = () -> loader.load(key);
        return people.submit(question);
    }

    private void awaitQuestions(int count) {
        await().until(() -> questions.size() == count);
    }

    @Test
    void asksAtOnceForWhoComesAlone() throws Exception {
        var loader = loader(1, PATIENCE);
        answers.release(2);
        assertThat(loader.load(1)).contains("1 v0");
        assertThat(loader.load(-1)).isEmpty();
        assertThat(questions).containsExactly(Set.of(1), Set.of(-1));
    }

    @Test
    void putsThoseIntoOneQuestionWhoComeMeanwhile() throws Exception {
        var loader = loader(1, PATIENCE);
        var first = ask(loader, 1);
        awaitQuestions(1);
        var others = IntStream.of(2, 3, 2, -4).mapToObj(key -> ask(loader, key)).toList();
        await().until(() -> loader.waiting() == 3);
        answers.release(2);
        assertThat(first.get()).contains("1 v0");
        for (var other : others) {
            other.get();
        }
        assertThat(others.get(3).get()).isEmpty();
        assertThat(questions).containsExactly(Set.of(1), Set.of(2, 3, -4));
    }

    @Test
    void asksAboutSeveralTogether() {
        answers.release(2);
        assertThat(loader(1, PATIENCE).loadAll(List.of(1, 2, -3))).isEqualTo(Map.of(1, "1 v0", 2, "2 v0"));
        assertThat(questions).containsExactly(Set.of(1, 2, -3));
    }

    @Test
    void asksMoreThanOnceAboutTooMany() {
        answers.release(3);
        assertThat(loader(2, PATIENCE).loadAll(IntStream.range(0, 11).boxed().toList()))
                .hasSize(11);
        assertThat(questions).hasSize(3).allMatch(question -> question.size() <= LARGEST);
    }

    /** A block that was just made must be in the answer. */
    @Test
    void neverAnswersWithWhatWasKnownBeforeTheQuestion() throws Exception {
        var loader = loader(1, PATIENCE);
        var before = ask(loader, 1);
        awaitQuestions(1);
        version.set(7);
        var after = ask(loader, 1);
        await().until(() -> loader.waiting() == 1);
        answers.release(2);
        assertThat(before.get()).contains("1 v0");
        assertThat(after.get()).contains("1 v7");
    }

    @Test
    void asksNoMoreThanAllowedAtOnceAndForNoMoreThanAllowed() throws Exception {
        var loader = loader(2, PATIENCE);
        var first = ask(loader, 0);
        awaitQuestions(1);
        var all = new ArrayList<>(List.of(first));
        IntStream.range(1, 22).forEach(key -> all.add(ask(loader, key)));
        await().until(() -> loader.waiting() == 21 - LARGEST);
        assertThat(questions).hasSize(2);
        answers.release(1);
        awaitQuestions(3);
        answers.release(100);
        for (var key = 0; key < all.size(); key++) {
            assertThat(all.get(key).get()).contains(key + " v0");
        }
        assertThat(questions).hasSize(6).allMatch(question -> question.size() <= LARGEST);
    }

    /** One that hangs holds up who came with it, and nobody else. */
    @Test
    void beginsAnotherBesideAQuestionThatTakesLong() throws Exception {
        var hanging = new Semaphore(0);
        var loader = new BatchLoader<Integer, String>(
                keys -> {
                    if (keys.contains(1)) {
                        hanging.acquireUninterruptibly();
                    }
                    return Map.of(keys.iterator().next(), "known");
                },
                2,
                LARGEST,
                PATIENCE);
        var slow = ask(loader, 1);
        await().until(() -> hanging.hasQueuedThreads());
        assertThat(ask(loader, 2).get()).contains("known");
        assertThat(ask(loader, 3).get()).contains("known");
        assertThat(slow).isNotDone();
        hanging.release();
        assertThat(slow.get()).contains("known");
    }

    @Test
    void tellsAllOfAQuestionThatItFailedAndGoesOn() throws Exception {
        var loader = loader(1, PATIENCE);
        var first = ask(loader, 1);
        awaitQuestions(1);
        var failing = ask(loader, 99);
        var with = ask(loader, 2);
        await().until(() -> loader.waiting() == 2);
        answers.release(3);
        first.get();
        for (var one : List.of(failing, with)) {
            assertThatThrownBy(one::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ask(loader, 2).get()).contains("2 v0");
    }

    @Test
    void isNotWaitedForForEver() {
        var loader = loader(1, Duration.ofMillis(20));
        var first = ask(loader, 1);
        awaitQuestions(1);
        assertThatThrownBy(() -> loader.load(2))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(Problems.UNAVAILABLE));
        assertThat(first).isNotDone();
    }
}
