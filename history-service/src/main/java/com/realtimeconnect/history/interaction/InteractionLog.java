package com.realtimeconnect.history.interaction;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.event.interaction.InteractionEnded;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.history.interaction.InteractionReceipts.Receipt;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The log of interactions that ended, each written once whoever tells it how often, from any node. */
@Component
public class InteractionLog {

    private static final Logger LOG = LoggerFactory.getLogger(InteractionLog.class);

    private final InteractionLogRepository repository;
    private final InteractionReceipts receipts;
    private final MonthlyPartitions partitions;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final JsonMapper canonicalJson;
    private final Clock clock;

    InteractionLog(
            InteractionLogRepository repository,
            InteractionReceipts receipts,
            MonthlyPartitions partitions,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.repository = repository;
        this.receipts = receipts;
        this.partitions = partitions;
        this.transaction = transaction;
        this.events = events;
        // Without nulls, so that a field added later leaves older interactions equal to themselves.
        this.canonicalJson = json.rebuild()
                .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        this.clock = clock;
    }

    /**
     * Logs the interaction, once.
     *
     * @return whether it is new
     * @throws ConflictingInteractionException if another body was logged for the same interaction
     */
    boolean record(InteractionEnded interaction) {
        return !recordAll(List.of(interaction)).isEmpty();
    }

    /**
     * Logs each of these once, or, if one of them is refused, none.
     *
     * @return those that are new
     * @throws ConflictingInteractionException if another body was logged for one of them
     */
    Set<InteractionId> recordAll(Collection<InteractionEnded> interactions) {
        var now = clock.instant();
        var entries = interactions.stream()
                .map(interaction -> LogEntry.of(interaction, now))
                .toList();
        requireDifferent(entries);
        var receipts = entries.stream().map(this::receipt).toList();
        try {
            return transaction.execute(status -> write(entries, receipts));
        } catch (DataIntegrityViolationException refused) {
            if (!MonthlyPartitions.mayBeMissing(refused)) {
                throw refused;
            }
            entries.forEach(entry -> partitions.cover(entry.fact().endedAt()));
            return transaction.execute(status -> write(entries, receipts));
        }
    }

    private static void requireDifferent(List<LogEntry> entries) {
        if (entries.stream().map(LogEntry::interactionId).distinct().count() < entries.size()) {
            throw Problems.invalid("interactions", "must not name one twice");
        }
    }

    private Receipt receipt(LogEntry entry) {
        return new Receipt(entry.interactionId(), entry.fact().endedAt(), fingerprint(entry.fact()));
    }

    private Set<InteractionId> write(List<LogEntry> entries, List<Receipt> told) {
        var claims = receipts.claim(told, clock.instant());
        requireAsLogged(told.stream()
                .filter(receipt -> !claims.containsKey(receipt.interactionId()))
                .toList());
        var fresh = entries.stream()
                .filter(entry -> claims.containsKey(entry.interactionId()))
                .toList();
        if (!fresh.isEmpty()) {
            repository.insert(fresh, keptOf(claims));
            tell(fresh);
        }
        return claims.keySet();
    }

    private static Set<InteractionId> keptOf(Map<InteractionId, Boolean> claims) {
        return claims.keySet().stream().filter(claims::get).collect(toSet());
    }

    private void requireAsLogged(List<Receipt> told) {
        if (told.isEmpty()) {
            return;
        }
        var logged = receipts.fingerprintsOf(
                told.stream().map(Receipt::interactionId).toList());
        for (var receipt : told) {
            var id = receipt.interactionId();
            if (!isSame(Objects.requireNonNull(logged.get(id)), receipt.fingerprint())) {
                throw new ConflictingInteractionException(id);
            }
        }
    }

    /** Of an interaction whose people were erased since, only that it was logged is left. */
    private static boolean isSame(String logged, String told) {
        return logged.isEmpty() || logged.equals(told);
    }

    private void tell(List<LogEntry> logged) {
        var meetings = logged.stream().map(LogEntry::meeting).toList();
        events.publishEvent(new InteractionsLogged(meetings));
        events.publishEvent(new HistoryChanged(meetings.stream()
                .flatMap(meeting -> Stream.of(meeting.womanId(), meeting.manId()))
                .collect(toSet())));
        for (var entry : logged) {
            LOG.atInfo()
                    .addKeyValue("interactionId", entry.interactionId())
                    .addKeyValue("endReason", entry.endReason().wireName())
                    .log("Logged interaction");
        }
    }

    /** What this person may see of their own interactions, newest first. */
    Page<LoggedInteraction> of(UserId person, InteractionFilter filter, PageRequest page) {
        var rows = repository.find(PageQuery.of(person, filter, page.cursor(), page.limit() + 1));
        return Page.of(rows, page.limit(), row -> row, LoggedInteraction::cursor);
    }

    /**
     * Notes that both kept this interaction, whether it is logged already or will be. Until the caller's transaction
     * ends, nobody else logs or keeps the same interaction.
     *
     * @return when the interaction ended, or null if it is not logged yet
     */
    @Transactional
    public @Nullable Instant keep(InteractionId interactionId) {
        var endedAt = receipts.keep(interactionId, clock.instant());
        if (endedAt != null) {
            var people = repository.markKept(interactionId, endedAt);
            events.publishEvent(new HistoryChanged(Set.copyOf(people)));
        }
        return endedAt;
    }

    /** Makes up to {@code limit} entries that ended before this forget who the other was. Returns how many. */
    @Transactional
    public int anonymize(Instant endedBefore, int limit) {
        return repository.anonymize(endedBefore, limit);
    }

    /** Drops the months that ended before this. Returns how many. */
    public int dropMonths(Instant endedBefore) {
        return partitions.dropEndedBefore(endedBefore);
    }

    /** Deletes up to {@code limit} entries that ended before this. Returns how many. */
    @Transactional
    public int delete(Instant endedBefore, int limit) {
        return repository.delete(endedBefore, limit) + receipts.delete(endedBefore, limit);
    }

    private String fingerprint(InteractionEnded interaction) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(canonicalJson.writeValueAsBytes(interaction)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
