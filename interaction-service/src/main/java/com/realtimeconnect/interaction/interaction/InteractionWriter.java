package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.block.BlockedPairs;
import com.realtimeconnect.common.block.BlockedPairs.Joining;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.interaction.suspension.SuspendedPeople;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes interactions, several in one transaction: rows, consent log and facts of all of them succeed together, or nothing
 * is written. Whoever hands them in sees to it that no two are the same interaction.
 */
@Component
class InteractionWriter {

    private static final int TRIES = 8;

    private final InteractionRepository interactions;
    private final ConsentLog consentLog;
    private final BlockedPairs blockedPairs;
    private final SuspendedPeople suspended;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    InteractionWriter(
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
     * An interaction to be written for the first time.
     *
     * @param made makes it anew for each try
     */
    record Opening(String correlationId, Supplier<Interaction> made) {

        Opening(Supplier<Interaction> made) {
            this(CorrelationId.current(), made);
        }
    }

    /**
     * A change of one that is written.
     *
     * @param query finds it as it is now, or nothing if there is nothing to be done
     */
    record Change(
            InteractionId id,
            String correlationId,
            Supplier<Optional<Interaction>> query,
            Consumer<Interaction> change) {

        Change(InteractionId id, Supplier<Optional<Interaction>> query, Consumer<Interaction> change) {
            this(id, CorrelationId.current(), query, change);
        }
    }

    /** How an interaction is now, and what happened to it; nothing, if it had happened before. */
    record Step(InteractionView view, List<ConsentEntry> entries) {}

    /**
     * @return a step for each opening, in their order
     * @throws com.realtimeconnect.common.block.KeptApartException if a block keeps two of them apart
     * @throws com.realtimeconnect.interaction.suspension.SuspendedPersonException if one of them is suspended by now
     */
    List<Step> open(List<Opening> openings) {
        return inTransaction(() -> {
            var opened = openings.stream().map(opening -> opening.made().get()).toList();
            var views = opened.stream().map(Interaction::view).toList();
            blockedPairs.requireAllowed(
                    views.stream().map(InteractionWriter::joining).toList());
            suspended.requireNone(
                    views.stream().flatMap(InteractionWriter::people).toList());
            opened.forEach(interactions::save);
            interactions.flush();
            var correlationIds = openings.stream().map(Opening::correlationId).toList();
            return record(correlationIds, opened.stream().map(Optional::of).toList()).stream()
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    private static Joining joining(InteractionView view) {
        return new Joining(
                view.woman().userId(), view.man().userId(), view.times().matchedAt());
    }

    private static Stream<UserId> people(InteractionView view) {
        return Stream.of(view.woman().userId(), view.man().userId());
    }

    /** @return for each change, in their order, its step, or nothing if its query found nothing */
    List<Optional<Step>> change(List<Change> changes) {
        return inTransaction(() -> {
            load(changes.stream().map(change -> change.id().value()).toList());
            var found = changes.stream().map(change -> change.query().get()).toList();
            for (var i = 0; i < changes.size(); i++) {
                found.get(i).ifPresent(changes.get(i).change());
            }
            interactions.flush();
            return record(changes.stream().map(Change::correlationId).toList(), found);
        });
    }

    /** Then each is found without a query of its own. */
    private void load(Collection<UUID> ids) {
        if (ids.size() > 1) {
            interactions.findByIdIn(ids);
        }
    }

    /** The same for one, tried again if somebody was faster. */
    Optional<Step> change(Change change) {
        for (var tried = 1; ; tried++) {
            try {
                return change(List.of(change)).getFirst();
            } catch (OptimisticLockingFailureException overtaken) {
                if (tried == TRIES) {
                    throw Problems.unavailable("Too much happens to this interaction at once", overtaken);
                }
            }
        }
    }

    /** What was changed, with the consent log and with who must not lose it. */
    private List<Optional<Step>> record(List<String> correlationIds, List<Optional<Interaction>> changed) {
        var steps =
                changed.stream().map(one -> one.map(InteractionWriter::step)).toList();
        consentLog.append(steps.stream().flatMap(Optional::stream).toList());
        for (var i = 0; i < steps.size(); i++) {
            var correlationId = correlationIds.get(i);
            steps.get(i).filter(step -> !step.entries().isEmpty()).ifPresent(step -> publish(correlationId, step));
        }
        return steps;
    }

    private static Step step(Interaction interaction) {
        return new Step(interaction.view(), interaction.takeFreshEntries());
    }

    private void publish(String correlationId, Step step) {
        try (var ignored = CorrelationId.open(correlationId)) {
            events.publishEvent(new InteractionRecorded(new InteractionMoved(step.view(), step.entries())));
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
