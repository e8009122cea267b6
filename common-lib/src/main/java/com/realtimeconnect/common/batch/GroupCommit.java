package com.realtimeconnect.common.batch;

import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Writes in one transaction what many want written at the same moment. Nobody waits for others to come: while no group is
 * under way, whoever comes is written at once. Those who come while one is wait for it to be over, and go together in the
 * order they came: a rush makes the groups larger, and not more. When one takes long, those who wait begin another beside
 * it, up to so many.
 *
 * <p>A group that fails harms nobody in it who is not to blame: each is then written alone. Thread-safe.
 *
 * @param <T> what is to be written
 * @param <R> what is known of it once it is committed
 */
public final class GroupCommit<T, R> {

    private final Writer<T, R> writer;
    private final int atOnce;
    private final int largest;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Turn<T, R>> waiting = new ArrayDeque<>();
    private final Watch watch = new Watch(this::look);
    private int underWay;

    /**
     * @param atOnce how many groups may be under way when they take long
     * @param largest how many one of them may be
     * @param patience how long anybody waits for a group to take them along; what is under way is waited for to its end
     */
    public GroupCommit(Writer<T, R> writer, int atOnce, int largest, Duration patience) {
        this.writer = writer;
        this.atOnce = atOnce;
        this.largest = largest;
        this.patience = patience;
    }

    /** How one or many are written. */
    public interface Writer<T, R> {

        /**
         * Writes them in one transaction, and must not wait for one of them longer than for the others.
         *
         * @return in the same order, once it is committed, what to tell each: asked for by whoever wanted it written, it
         *     may throw a refusal of theirs, or write it alone after all
         * @throws RuntimeException if nothing was written, and then each is written alone
         */
        List<Supplier<R>> writeTogether(List<T> group);

        R writeAlone(T one);
    }

    /**
     * Returns once it is committed.
     *
     * @throws ProblemException {@code unavailable} if its turn does not come in time, or the thread is interrupted before it
     *     does, and then it is not written; else whatever the writer throws
     */
    public R write(T one) {
        var turn = new Turn<T, R>(one);
        if (lineUp(turn)) {
            writeNext();
        } else {
            watch.set();
        }
        return await(turn).get();
    }

    /** How many are to be written next. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean lineUp(Turn<T, R> turn) {
        lock.lock();
        try {
            waiting.add(turn);
            return underWay == 0 && begin();
        } finally {
            lock.unlock();
        }
    }

    private boolean begin() {
        underWay++;
        return true;
    }

    /** Sends away whoever waits for too long, and begins another group beside one that takes long. */
    private boolean look() {
        var overdue = new ArrayList<Turn<T, R>>();
        boolean beginsAnother;
        boolean isSomebodyLeft;
        lock.lock();
        try {
            while (!waiting.isEmpty() && waiting.element().hasWaited(patience)) {
                overdue.add(waiting.remove());
            }
            isSomebodyLeft = !waiting.isEmpty();
            beginsAnother =
                    underWay < atOnce && isSomebodyLeft && waiting.element().hasWaited(Watch.PAUSE) && begin();
        } finally {
            lock.unlock();
        }
        overdue.forEach(
                late -> late.completeExceptionally(Problems.unavailable("Too much is to be written at this moment")));
        if (beginsAnother) {
            writeOnAnotherThread();
        }
        return isSomebodyLeft;
    }

    private boolean withdraw(Turn<T, R> turn) {
        lock.lock();
        try {
            return waiting.remove(turn);
        } finally {
            lock.unlock();
        }
    }

    /** Writes those who wait, and leaves whoever came meanwhile to another thread. */
    private void writeNext() {
        var group = take();
        if (group.isEmpty()) {
            return;
        }
        try {
            write(group);
        } finally {
            goOn();
        }
    }

    private void write(List<Turn<T, R>> group) {
        try {
            var answers =
                    writer.writeTogether(group.stream().map(turn -> turn.wanted).toList());
            for (var i = 0; i < group.size(); i++) {
                group.get(i).complete(answers.get(i));
            }
        } catch (CannotCreateTransactionException unreachable) {
            group.forEach(turn -> turn.completeExceptionally(unreachable));
        } catch (RuntimeException | Error failed) {
            if (group.size() == 1) {
                group.getFirst().completeExceptionally(failed);
            } else {
                group.forEach(turn -> turn.complete(() -> writer.writeAlone(turn.wanted)));
            }
        }
    }

    /** Nobody, and then one less is under way, if another thread was faster. */
    private List<Turn<T, R>> take() {
        lock.lock();
        try {
            var group = new ArrayList<Turn<T, R>>(Math.min(largest, waiting.size()));
            while (group.size() < largest && !waiting.isEmpty()) {
                group.add(waiting.remove());
            }
            if (group.isEmpty()) {
                underWay--;
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void goOn() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                underWay--;
                return;
            }
        } finally {
            lock.unlock();
        }
        watch.set();
        writeOnAnotherThread();
    }

    private void writeOnAnotherThread() {
        Thread.ofVirtual().name("group-commit").start(() -> {
            try (var ignored = CorrelationId.open(CorrelationId.accept(null))) {
                writeNext();
            }
        });
    }

    private Supplier<R> await(Turn<T, R> turn) {
        try {
            return turn.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            if (withdraw(turn)) {
                throw Problems.unavailable("The service is stopping", stopped);
            }
            return awaitEnd(turn);
        } catch (ExecutionException failed) {
            throw causeOf(failed);
        }
    }

    /** It is being written, and whoever wanted it must not be told that it was not. Nothing interrupts this. */
    private Supplier<R> awaitEnd(Turn<T, R> turn) {
        try {
            return turn.join();
        } catch (CompletionException failed) {
            throw causeOf(failed);
        }
    }

    private static RuntimeException causeOf(Exception failed) {
        return failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
    }

    private static final class Turn<T, R> extends CompletableFuture<Supplier<R>> {

        private final T wanted;
        private final long since = System.nanoTime();

        Turn(T wanted) {
            this.wanted = wanted;
        }

        boolean hasWaited(Duration time) {
            return System.nanoTime() - since >= time.toNanos();
        }
    }
}
