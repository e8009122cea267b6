package com.realtimeconnect.common.outbox;

import com.realtimeconnect.common.observability.CorrelationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts of one kind that are tried right after their commit, in the order they came: those that come while others are on
 * their way go together after them. What fails is left to the scheduler. Thread-safe.
 */
final class FirstTries<T> {

    /** Of one kind: any more take their turn with all others. */
    static final int MOST = 64;

    private static final Logger log = LoggerFactory.getLogger(FirstTries.class);

    private final FactHandler<T> handler;
    private final WrittenFacts written;
    private final Semaphore places = new Semaphore(MOST);
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Fact<T>> waiting = new ArrayDeque<>();
    private boolean underWay;

    FirstTries(FactHandler<T> handler, WrittenFacts written) {
        this.handler = handler;
        this.written = written;
    }

    /**
     * A fact that is written and committed.
     *
     * @param instance its name in the table
     */
    record Fact<T>(T payload, String instance, String correlationId) {}

    /** Whether there is room for one more, which then is {@link #start started} or {@link #giveUp given up}. */
    boolean reserve() {
        return places.tryAcquire();
    }

    void giveUp() {
        places.release();
    }

    /** Returns at once. */
    void start(Fact<T> fact) {
        lock.lock();
        try {
            waiting.add(fact);
            if (underWay) {
                return;
            }
            underWay = true;
        } finally {
            lock.unlock();
        }
        onAThreadOfItsOwn(this::tryWhileAnyWait);
    }

    /** The same beside all others and in nobody's place. */
    void startAlone(Fact<T> fact) {
        onAThreadOfItsOwn(() -> tryTogether(List.of(fact)));
    }

    private void onAThreadOfItsOwn(Runnable tries) {
        Thread.ofVirtual().name(handler.name()).start(tries);
    }

    private void tryWhileAnyWait() {
        for (var facts = take(); !facts.isEmpty(); facts = take()) {
            tryTogether(facts);
            places.release(facts.size());
        }
    }

    /** Nothing, and then nothing is under way any more, if none wait. */
    private List<Fact<T>> take() {
        lock.lock();
        try {
            var facts = new ArrayList<>(waiting);
            waiting.clear();
            underWay = !facts.isEmpty();
            return facts;
        } finally {
            lock.unlock();
        }
    }

    /** Several have a new one. */
    private static <T> String correlationId(List<Fact<T>> facts) {
        return facts.size() == 1 ? facts.getFirst().correlationId() : CorrelationId.accept(null);
    }

    /** Throws nothing: whatever goes wrong is tried again, and then told of by the scheduler. */
    private void tryTogether(List<Fact<T>> facts) {
        try (var ignored = CorrelationId.open(correlationId(facts))) {
            if (isDelivered(facts)) {
                written.crossOut(
                        handler.name(), facts.stream().map(Fact::instance).toList());
            }
        }
    }

    private boolean isDelivered(List<Fact<T>> facts) {
        try {
            deliver(facts.stream().map(Fact::payload).toList());
            return true;
        } catch (RuntimeException | Error notNow) {
            log.atWarn()
                    .addKeyValue("delivery", handler.name())
                    .addKeyValue("facts", facts.size())
                    .addKeyValue("error", notNow.getMessage())
                    .log("Not delivered at once, and delivered later");
            return false;
        }
    }

    private void deliver(List<T> facts) {
        if (facts.size() == 1) {
            handler.deliver(facts.getFirst());
        } else {
            handler.deliverAll(facts);
        }
    }
}
