package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.block.BlockedPairs;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.interaction.suspension.SuspendedPeople;
import com.realtimeconnect.interaction.suspension.SuspendedPersonException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries one change through: read, change, compare-and-swap on the version, consent log and facts, all in one
 * transaction, and tried again if somebody was faster. On one node the changes of one interaction, and the telling of
 * them, go one after the other; between nodes the version decides.
 */
@Component
class InteractionStore {

    private static final int TRIES = 8;
    private static final int STRIPES = 256;

    private final InteractionRepository interactions;
    private final ConsentLog consentLog;
    private final BlockedPairs blockedPairs;
    private final SuspendedPeople suspended;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Lock[] locks =
            IntStream.range(0, STRIPES).mapToObj(stripe -> new ReentrantLock()).toArray(Lock[]::new);

    InteractionStore(
            InteractionRepository interactions,
            ConsentLog consentLog,
            BlockedPairs blockedPairs,
            SuspendedPeople suspended,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.interactions = interactions;
        this.consentLog = consentLog;
        this.blockedPairs = blockedPairs;
        this.suspended = suspended;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * @throws com.realtimeconnect.common.block.KeptApartException if a block keeps the two apart
     * @throws SuspendedPersonException if one of the two is suspended by now
     */
    InteractionView insert(Interaction interaction) {
        var view = interaction.view();
        return alone(
                view.id(),
                () -> inTransaction(() -> {
                    blockedPairs.requireAllowed(
                            view.woman().userId(),
                            view.man().userId(),
                            view.times().matchedAt());
                    suspended.requireNone(
                            List.of(view.woman().userId(), view.man().userId()));
                    interactions.saveAndFlush(interaction);
                    return publish(interaction);
                }));
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
        return alone(id, () -> {
            for (var tried = 1; ; tried++) {
                try {
                    return inTransaction(() -> query.get().map(interaction -> apply(interaction, change)));
                } catch (OptimisticLockingFailureException overtaken) {
                    if (tried == TRIES) {
                        throw Problems.unavailable("Too much happens to this interaction at once", overtaken);
                    }
                }
            }
        });
    }

    private InteractionView apply(Interaction interaction, Consumer<Interaction> change) {
        change.accept(interaction);
        interactions.flush();
        return publish(interaction);
    }

    private InteractionView publish(Interaction interaction) {
        var view = interaction.view();
        var entries = interaction.takeFreshEntries();
        if (!entries.isEmpty()) {
            consentLog.append(view.id(), entries);
            events.publishEvent(new InteractionMoved(view, entries));
        }
        return view;
    }

    /** Tells again of something that was told before, for those who may have missed it. */
    void publishAgain(InteractionMoved moved) {
        alone(
                moved.view().id(),
                () -> inTransaction(() -> {
                    events.publishEvent(moved);
                    return moved;
                }));
    }

    static RuntimeException none() {
        return Problems.notFound("There is no such interaction of yours");
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
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
}
