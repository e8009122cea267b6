package com.realtimeconnect.common.batch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTests {

    private static final int POISON = 13;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Map<Integer, Thread> wantedBy = new ConcurrentHashMap<>();
    private final Sums sums = new Sums();
    private final GroupCommit<Integer, String> commit = new GroupCommit<>(sums, 1, 32, Duration.ofSeconds(30));

    @AfterEach
    void end() {
        release.countDown();
        threads.close();
    }

    @Test
    void writesTogetherInTheirOrderWhoComesMeanwhile() throws Exception {
        var first = write(0);
        await().until(() -> sums.groups.size() == 1);
        var others = List.of(lineUp(1), lineUp(2), lineUp(3));
        release.countDown();

        assertThat(first.get()).isEqualTo("written 0");
        for (var number = 1; number <= others.size(); number++) {
            assertThat(others.get(number - 1).get()).isEqualTo("written " + number);
        }
        assertThat(sums.groups).containsExactly(List.of(0), List.of(1, 2, 3));
        assertThat(sums.alone).isEmpty();
    }

    @Test
    void writesTheOthersOfAGroupThatFailsAndTellsOnlyWhoIsToBlame() throws Exception {
        var first = write(0);
        await().until(() -> sums.groups.size() == 1);
        var before = lineUp(1);
        var poisoned = lineUp(POISON);
        var after = lineUp(2);
        release.countDown();

        assertThat(first.get()).isEqualTo("written 0");
        assertThat(before.get()).isEqualTo("written 1");
        assertThat(after.get()).isEqualTo("written 2");
        assertThatThrownBy(poisoned::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("13 cannot be written");
        assertThat(sums.alone).containsExactlyInAnyOrder(1, POISON, 2);
    }

    /** Whoever writes a group is one thread at most; its members are told by their own. */
    @Test
    void tellsEachByTheThreadThatWantedIt() throws Exception {
        var first = write(0);
        await().until(() -> sums.groups.size() == 1);
        var others = List.of(lineUp(1), lineUp(2));
        release.countDown();

        first.get();
        for (var other : others) {
            other.get();
        }
        assertThat(sums.groups).containsExactly(List.of(0), List.of(1, 2));
        assertThat(wantedBy).hasSize(3);
        assertThat(sums.toldBy).isEqualTo(wantedBy);
    }

    @Test
    void writesNothingForWhoWaitsTooLong() throws Exception {
        var impatient = new GroupCommit<>(sums, 1, 32, Duration.ofMillis(20));
        var first = threads.submit(() -> impatient.write(0));
        await().until(() -> sums.groups.size() == 1);
        assertThatThrownBy(() -> impatient.write(1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(Problems.UNAVAILABLE));
        release.countDown();
        assertThat(first.get()).isEqualTo("written 0");
        assertThat(impatient.write(2)).isEqualTo("written 2");
        assertThat(sums.groups).containsExactly(List.of(0), List.of(2));
    }

    @Test
    void beginsAnotherGroupBesideOneThatTakesLong() throws Exception {
        var two = new GroupCommit<>(sums, 2, 32, Duration.ofSeconds(30));
        var first = threads.submit(() -> two.write(0));
        await().until(() -> sums.groups.size() == 1);
        var second = threads.submit(() -> two.write(1));
        await().until(() -> sums.groups.size() == 2);
        var third = threads.submit(() -> two.write(2));
        await().until(() -> two.waiting() == 1);
        assertThat(first).isNotDone();
        release.countDown();
        first.get();
        second.get();
        third.get();
        assertThat(sums.groups).containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void writesNothingForWhoIsInterruptedBeforeTheirTurn() throws Exception {
        var first = write(0);
        await().until(() -> sums.groups.size() == 1);
        var interrupted = lineUp(1);
        var other = lineUp(2);
        requireNonNull(wantedBy.get(1)).interrupt();

        assertThatThrownBy(interrupted::get).hasRootCauseInstanceOf(InterruptedException.class);
        release.countDown();
        first.get();
        other.get();
        assertThat(sums.groups).containsExactly(List.of(0), List.of(2));
    }

    @Test
    void tellsWhoIsInterruptedDuringTheirTurnWhatCameOfIt() throws Exception {
        sums.next = new CountDownLatch(1);
        var first = write(0);
        await().until(() -> sums.groups.size() == 1);
        var interrupted = lineUp(1);
        release.countDown();
        await().until(() -> sums.groups.size() == 2);
        requireNonNull(wantedBy.get(1)).interrupt();

        first.get();
        sums.next.countDown();
        assertThat(interrupted.get()).isEqualTo("written 1");
    }

    private Future<String> write(int number) {
        return threads.submit(() -> {
            wantedBy.put(number, Thread.currentThread());
            return commit.write(number);
        });
    }

    private Future<String> lineUp(int number) {
        var before = commit.waiting();
        var written = write(number);
        await().until(() -> commit.waiting() == before + 1);
        return written;
    }

    /** The first group waits until it is let go, and in one test the next, too. */
    private final class Sums implements GroupCommit.Writer<Integer, String> {

        private final ConcurrentLinkedQueue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Integer> alone = new ConcurrentLinkedQueue<>();
        private final Map<Integer, Thread> toldBy = new ConcurrentHashMap<>();
        private volatile CountDownLatch next = new CountDownLatch(0);

        @Override
        public List<Supplier<String>> writeTogether(List<Integer> group) {
            groups.add(List.copyOf(group));
            await(release);
            if (groups.size() > 1) {
                await(next);
            }
            group.forEach(Sums::requireWritable);
            return group.stream()
                    .<Supplier<String>>map(one -> () -> {
                        toldBy.put(one, Thread.currentThread());
                        return "written " + one;
                    })
                    .toList();
        }

        @Override
        public String writeAlone(Integer one) {
            alone.add(one);
            requireWritable(one);
            return "written " + one;
        }

        private static void requireWritable(int one) {
            if (one == POISON) {
                throw new IllegalArgumentException(one + " cannot be written");
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
