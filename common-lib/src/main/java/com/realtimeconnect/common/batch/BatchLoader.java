package com.realtimeconnect.common.batch;

import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts what many ask at the same moment into one question. Nobody waits for others to come: while no question is under
 * way, whoever comes is asked for at once. Those who come while one is wait for it to be over, and go together: a rush
 * makes the questions larger, and not more. When one takes long, those who wait begin another beside it, up to so many.
 *
 * <p>No answer is older than its question, for nobody joins a question that has left. Thread-safe.
 *
 * @param <K> what is asked about
 * @param <V> what is known of it
 */
public final class BatchLoader<K, V> {

    private final Function<Set<K>, Map<K, V>> source;
    private final int atOnce;
    private final int largest;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Answer<K, V>> waiting = new LinkedHashMap<>();
    private final Queue<Answer<K, V>> unanswered = new ArrayDeque<>();
    private final Watch watch = new Watch(this::look);
    private int underWay;

    /**
     * @param source tells what is known of these, and leaves out of whom nothing is; what it throws reaches all who asked
     * @param atOnce how many questions may be under way when they take long
     * @param largest about how many one of them may be
     * @param patience how long anybody waits for an answer
     */
    public BatchLoader(Function<Set<K>, Map<K, V>> source, int atOnce, int largest, Duration patience) {
        this.source = source;
        this.atOnce = atOnce;
        this.largest = largest;
        this.patience = patience;
    }

    /** @throws ProblemException {@code unavailable} if the answer does not come in time, and whatever the source throws */
    public Optional<V> load(K key) {
        return Optional.ofNullable(loadAll(List.of(key)).get(key));
    }

    /** The same for several; of whom nothing is known is left out. */
    public Map<K, V> loadAll(Collection<K> keys) {
        var answers = new HashMap<K, Answer<K, V>>();
        if (lineUp(keys, answers)) {
            ask();
        } else {
            watch.set();
        }
        var known = new HashMap<K, V>();
        answers.forEach((key, answer) -> await(answer).ifPresent(value -> known.put(key, value)));
        return known;
    }

    /** @return whether nobody asks at this moment, so that the caller has to */
    private boolean lineUp(Collection<K> keys, Map<K, Answer<K, V>> answers) {
        lock.lock();
        try {
            forgetAnswered();
            keys.forEach(key -> answers.put(key, waiting.computeIfAbsent(key, this::newAnswer)));
            return underWay == 0 && begin();
        } finally {
            lock.unlock();
        }
    }

    private Answer<K, V> newAnswer(K key) {
        var answer = new Answer<K, V>(key);
        unanswered.add(answer);
        return answer;
    }

    private void forgetAnswered() {
        for (var oldest = unanswered.peek(); oldest != null && oldest.isDone(); oldest = unanswered.peek()) {
            unanswered.remove();
        }
    }

    private boolean begin() {
        underWay++;
        return true;
    }

    /** Gives up on whoever waits for too long, and begins another question beside one that takes long. */
    private boolean look() {
        var overdue = new ArrayList<Answer<K, V>>();
        boolean beginsAnother;
        boolean isSomebodyLeft;
        lock.lock();
        try {
            forgetAnswered();
            while (!unanswered.isEmpty() && unanswered.element().hasWaited(patience)) {
                var late = unanswered.remove();
                waiting.remove(late.key, late);
                overdue.add(late);
                forgetAnswered();
            }
            beginsAnother = underWay < atOnce
                    && !waiting.isEmpty()
                    && waiting.values().iterator().next().hasWaited(Watch.PAUSE)
                    && begin();
            isSomebodyLeft = !unanswered.isEmpty();
        } finally {
            lock.unlock();
        }
        overdue.forEach(late -> late.completeExceptionally(Problems.unavailable("Too many people ask at this moment")));
        if (beginsAnother) {
            askOnAnotherThread();
        }
        return isSomebodyLeft;
    }

    /** How many are to be asked about next. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Asks for those who wait, and leaves whoever came meanwhile to another thread. */
    private void ask() {
        var batch = take();
        if (batch.isEmpty()) {
            return;
        }
        try {
            var answers = source.apply(Set.copyOf(batch.keySet()));
            batch.forEach((key, answer) -> answer.complete(Optional.ofNullable(answers.get(key))));
        } catch (RuntimeException failed) {
            batch.values().forEach(answer -> answer.completeExceptionally(failed));
        } finally {
            goOn();
        }
    }

    /** Nothing, and then one less is under way, if another thread was faster. */
    private Map<K, Answer<K, V>> take() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                underWay--;
            }
            var batch = waiting.entrySet().stream()
                    .limit(largest)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            waiting.keySet().removeAll(batch.keySet());
            return batch;
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
        askOnAnotherThread();
    }

    private void askOnAnotherThread() {
        Thread.ofVirtual().name("batch").start(() -> {
            try (var ignored = CorrelationId.open(CorrelationId.accept(null))) {
                ask();
            }
        });
    }

    private Optional<V> await(Answer<K, V> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The service is stopping", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private static final class Answer<K, V> extends CompletableFuture<Optional<V>> {

        private final K key;
        private final long since = System.nanoTime();

        Answer(K key) {
            this.key = key;
        }

        boolean hasWaited(Duration time) {
            return System.nanoTime() - since >= time.toNanos();
        }
    }
}
