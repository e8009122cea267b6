package com.realtimeconnect.history.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.event.interaction.InteractionEnded;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
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
        var entry = LogEntry.of(interaction, clock.instant());
        var fingerprint = fingerprint(interaction);
        try {
            return transaction.execute(status -> write(entry, fingerprint));
        } catch (DataIntegrityViolationException refused) {
            if (!MonthlyPartitions.mayBeMissing(refused)) {
                throw refused;
            }
            partitions.cover(interaction.endedAt());
            return transaction.execute(status -> write(entry, fingerprint));
        }
    }

    private boolean write(LogEntry entry, byte[] fingerprint) {
        var interaction = entry.fact();
        var id = interaction.interactionId();
        var claim = receipts.claim(id, interaction.endedAt(), fingerprint, clock.instant());
        if (claim.isEmpty()) {
            if (!isSame(receipts.fingerprintOf(id), fingerprint)) {
                throw new ConflictingInteractionException(id);
            }
            return false;
        }
        repository.insert(entry, claim.get().kept());
        var woman = interaction.woman().userId();
        var man = interaction.man().userId();
        events.publishEvent(new InteractionLogged(woman, man, interaction.endedAt()));
        events.publishEvent(new HistoryChanged(Set.of(woman, man)));
        LOG.atInfo()
                .addKeyValue("interactionId", id)
                .addKeyValue("endReason", entry.endReason().wireName())
                .log("Logged interaction");
        return true;
    }

    /** Of an interaction whose people were erased since, only that it was logged is left. */
    private static boolean isSame(byte[] logged, byte[] told) {
        return logged.length == 0 || MessageDigest.isEqual(logged, told);
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

    private byte[] fingerprint(InteractionEnded interaction) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonicalJson.writeValueAsBytes(interaction));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
