package com.realtimeconnect.common.batch;

import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** A question that takes longer than this does not hold up those who come after it. */
    private static final Duration LONG = Duration.ofMillis(10);

    private final Function<Set<K>, Map<K, V>> source;
    private final int atOnce;
    private final int largest;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Answer<V>> waiting = new LinkedHashMap<>();
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
        var answers = new HashMap<K, Answer<V>>();
        var isFirst = false;
        lock.lock();
        try {
            keys.forEach(key -> answers.put(key, waiting.computeIfAbsent(key, absent -> new Answer<>())));
            if (underWay == 0) {
                underWay++;
                isFirst = true;
            }
        } finally {
            lock.unlock();
        }
        if (isFirst || (isTakingLong(answers.values()) && mayBeginAnother(answers.values()))) {
            ask();
        }
        var known = new HashMap<K, V>();
        answers.forEach((key, answer) -> await(answer).ifPresent(value -> known.put(key, value)));
        return known;
    }

    private static boolean isTakingLong(Collection<? extends CompletableFuture<?>> answers) {
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                    .get(LONG.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException slow) {
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failed) {
            return false;
        }
    }

    /** Whoever has been asked about already waits for the answer, and not for others. */
    private boolean mayBeginAnother(Collection<Answer<V>> answers) {
        lock.lock();
        try {
            if (underWay >= atOnce || answers.stream().allMatch(answer -> answer.asked)) {
                return false;
            }
            underWay++;
            return true;
        } finally {
            lock.unlock();
        }
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
    private Map<K, Answer<V>> take() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                underWay--;
            }
            var batch = waiting.entrySet().stream()
                    .limit(largest)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            waiting.keySet().removeAll(batch.keySet());
            batch.values().forEach(answer -> answer.asked = true);
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
        Thread.ofVirtual().name("batch").start(() -> {
            try (var ignored = CorrelationId.open(CorrelationId.accept(null))) {
                ask();
            }
        });
    }

    private Optional<V> await(Answer<V> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooMany) {
            throw Problems.unavailable("Too many people ask at this moment", tooMany);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The service is stopping", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private static final class Answer<V> extends CompletableFuture<Optional<V>> {

        /** Guarded by the lock. */
        private boolean asked;
    }
}
