package com.realtimeconnect.history.interaction;

import static java.util.Comparator.comparing;

import com.realtimeconnect.common.identity.InteractionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /**
     * What is noted of an interaction that is to be logged.
     *
     * @param fingerprint of what was told of it, in hexadecimal digits
     */
    record Receipt(InteractionId interactionId, Instant endedAt, String fingerprint) {}

    /**
     * Takes those of them for logging that are not logged yet. Waits for other transactions that are at one of them.
     *
     * @param receipts each of another interaction
     * @return of each that was taken, whether the two kept it
     */
    Map<InteractionId, Boolean> claim(Collection<Receipt> receipts, Instant now) {
        // All take their locks in one order, so that no two wait for each other.
        var ordered =
                receipts.stream().sorted(comparing(Receipt::interactionId)).toList();
        var claimed = new HashMap<InteractionId, Boolean>();
        jdbc.sql("""
                        insert into interaction_receipts (interaction_id, ended_at, fingerprint, noted_at)
                        select interaction_id, ended_at::timestamptz, decode(fingerprint, 'hex'), :now
                        from unnest(:ids::uuid[], :times::text[], :fingerprints::text[])
                          as told (interaction_id, ended_at, fingerprint)
                        on conflict (interaction_id) do update
                          set ended_at = excluded.ended_at, fingerprint = excluded.fingerprint
                          where interaction_receipts.fingerprint is null
                        returning interaction_id, kept""")
                .param(
                        "ids",
                        ordered.stream()
                                .map(receipt -> receipt.interactionId().value())
                                .toArray(UUID[]::new))
                .param(
                        "times",
                        ordered.stream()
                                .map(receipt ->
                                        Timestamps.column(receipt.endedAt()).toString())
                                .toArray(String[]::new))
                .param(
                        "fingerprints",
                        ordered.stream().map(Receipt::fingerprint).toArray(String[]::new))
                .param("now", Timestamps.column(now))
                .query(row -> {
                    claimed.put(interactionId(row), row.getBoolean("kept"));
                });
        return claimed;
    }

    /** The fingerprints of those that are logged; an empty one where people were erased since. */
    Map<InteractionId, String> fingerprintsOf(Collection<InteractionId> interactions) {
        var found = new HashMap<InteractionId, String>();
        jdbc.sql("""
                        select interaction_id, encode(fingerprint, 'hex') as fingerprint from interaction_receipts
                        where interaction_id = any(:ids) and fingerprint is not null""")
                .param("ids", interactions.stream().map(InteractionId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(interactionId(row), row.getString("fingerprint"));
                });
        return found;
    }

    private static InteractionId interactionId(ResultSet row) throws SQLException {
        return new InteractionId(row.getObject("interaction_id", UUID.class));
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
