package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.batch.GroupCommit;
import com.realtimeconnect.common.block.BlockedPairs;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.interaction.interaction.InteractionWriter.Change;
import com.realtimeconnect.interaction.interaction.InteractionWriter.Opening;
import com.realtimeconnect.interaction.interaction.InteractionWriter.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Carries one change through: read, change, compare-and-swap on the version, consent log and facts, all in one
 * transaction, which it shares with others that come at the same moment; tried again if somebody was faster. On one node
 * the changes of one interaction, and the telling of them, go one after the other; between nodes the version decides.
 */
@Component
class InteractionStore {

    private static final int STRIPES = 256;

    /** Of openings and of changes. Together fewer than there are connections to the database. */
    private static final int TRANSACTIONS_AT_ONCE = 3;

    private static final int LARGEST = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InteractionRepository interactions;
    private final InteractionWriter writer;
    private final BlockedPairs blockedPairs;
    private final ApplicationEventPublisher events;
    private final GroupCommit<Opening, InteractionView> openings =
            new GroupCommit<>(new OpeningsTogether(), TRANSACTIONS_AT_ONCE, LARGEST, PATIENCE);
    private final GroupCommit<Change, Optional<InteractionView>> changes =
            new GroupCommit<>(new ChangesTogether(), TRANSACTIONS_AT_ONCE, LARGEST, PATIENCE);
    private final Lock[] locks =
            IntStream.range(0, STRIPES).mapToObj(stripe -> new ReentrantLock()).toArray(Lock[]::new);

    InteractionStore(
            InteractionRepository interactions,
            InteractionWriter writer,
            BlockedPairs blockedPairs,
            ApplicationEventPublisher events) {
        this.interactions = interactions;
        this.writer = writer;
        this.blockedPairs = blockedPairs;
        this.events = events;
    }

    /**
     * @param made makes the interaction of this id, more than once if need be
     * @throws com.realtimeconnect.common.block.KeptApartException if a block keeps the two apart
     * @throws com.realtimeconnect.interaction.suspension.SuspendedPersonException if one of the two is suspended by now
     */
    InteractionView insert(InteractionId id, Supplier<Interaction> made) {
        return alone(id, () -> openings.write(new Opening(made)));
    }

    /** Whether two yeses may still become a connection. A block that comes later finds what came of them elsewhere. */
    boolean mayConnect(Interaction interaction) {
        var view = interaction.view();
        return !blockedPairs.keepApart(
                view.woman().userId(), view.man().userId(), view.times().matchedAt());
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException 404 if there is none */
    InteractionView change(InteractionId id, Consumer<Interaction> change) {
        var changed = tryChange(id, () -> interactions.findById(id.value()), change);
        return changed.orElseThrow(InteractionStore::none);
    }

    /** Changes it if the query finds it. */
    Optional<InteractionView> tryChange(
            InteractionId id, Supplier<Optional<Interaction>> query, Consumer<Interaction> change) {
        return alone(id, () -> changes.write(new Change(id, query, change)));
    }

    /** Tells again of something that was told before, for those who may have missed it. */
    void publishAgain(InteractionMoved moved) {
        alone(moved.view().id(), () -> {
            events.publishEvent(moved);
            return moved;
        });
    }

    /** After the commit, by the thread that wanted the change. */
    private InteractionView tell(Step step) {
        if (!step.entries().isEmpty()) {
            events.publishEvent(new InteractionMoved(step.view(), step.entries()));
        }
        return step.view();
    }

    static RuntimeException none() {
        return Problems.notFound("There is no such interaction of yours");
    }

    private <T> T alone(InteractionId id, Supplier<T> work) {
        var lock = locks[Math.floorMod(id.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private final class OpeningsTogether implements GroupCommit.Writer<Opening, InteractionView> {

        /** In a rush of matches that fail together, calls must still be ended. */
        private final Semaphore single = new Semaphore(TRANSACTIONS_AT_ONCE);

        @Override
        public List<Supplier<InteractionView>> writeTogether(List<Opening> group) {
            return writer.open(group).stream()
                    .<Supplier<InteractionView>>map(step -> () -> tell(step))
                    .toList();
        }

        @Override
        public InteractionView writeAlone(Opening one) {
            return tell(open(one));
        }

        private Step open(Opening one) {
            single.acquireUninterruptibly();
            try {
                return writer.open(List.of(one)).getFirst();
            } finally {
                single.release();
            }
        }
    }

    private final class ChangesTogether implements GroupCommit.Writer<Change, Optional<InteractionView>> {

        @Override
        public List<Supplier<Optional<InteractionView>>> writeTogether(List<Change> group) {
            var steps = group.size() == 1 ? List.of(writer.change(group.getFirst())) : writer.change(group);
            return steps.stream()
                    .<Supplier<Optional<InteractionView>>>map(step -> () -> step.map(InteractionStore.this::tell))
                    .toList();
        }

        @Override
        public Optional<InteractionView> writeAlone(Change one) {
            return writer.change(one).map(InteractionStore.this::tell);
        }
    }
}
