package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which interactions were ever heard of. One row each, outside the partitions: the log and the connection of one
 * interaction lock it, so whichever comes second sees what the first has written.
 */
@Repository
class InteractionReceipts {

    private final JdbcClient jdbc;

    InteractionReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leave to write the log's rows. */
    record Claim(boolean kept) {}

    /** Takes the interaction for logging; empty if it is logged. Waits for another transaction that is at it. */
    Optional<Claim> claim(InteractionId interactionId, Instant endedAt, byte[] fingerprint, Instant now) {
        return jdbc.sql("""
                        insert into interaction_receipts (interaction_id, ended_at, fingerprint, noted_at)
                        values (:id, :endedAt, :fingerprint, :now)
                        on conflict (interaction_id) do update
                          set ended_at = excluded.ended_at, fingerprint = excluded.fingerprint
                          where interaction_receipts.fingerprint is null
                        returning kept""")
                .param("id", interactionId.value())
                .param("endedAt", Timestamps.column(endedAt))
                .param("fingerprint", fingerprint)
                .param("now", Timestamps.column(now))
                .query((row, number) -> new Claim(row.getBoolean("kept")))
                .optional();
    }

    byte[] fingerprintOf(InteractionId interactionId) {
        return jdbc.sql("select fingerprint from interaction_receipts where interaction_id = :id")
                .param("id", interactionId.value())
                .query((row, number) -> row.getBytes("fingerprint"))
                .single();
    }

    /** Notes that it is kept and returns when it ended, if it is logged. */
    @Nullable
    Instant keep(InteractionId interactionId, Instant now) {
        return jdbc.sql("""
                        insert into interaction_receipts (interaction_id, kept, noted_at)
                        values (:id, true, :now)
                        on conflict (interaction_id) do update set kept = true
                        returning ended_at""")
                .param("id", interactionId.value())
                .param("now", Timestamps.column(now))
                .query((row, number) -> Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    int delete(Instant notedBefore, int limit) {
        return jdbc.sql("""
                        delete from interaction_receipts where interaction_id in (
                          select interaction_id from interaction_receipts
                          where noted_at < :before order by noted_at limit :limit)""")
                .param("before", Timestamps.column(notedBefore))
                .param("limit", limit)
                .update();
    }
}
