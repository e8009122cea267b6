package com.realtimeconnect.common.block;

import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import com.realtimeconnect.common.identity.UserId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this service was told of blocks, in its own table {@code blocked_pairs}; declare a bean where there is one. What two
 * people began before the latest block between them is over for good; what they began after it is allowed once no block is
 * in force. Facts may come twice and in any order. Thread-safe.
 */
public class BlockedPairs {

    /**
     * The role is in the key because advisory locks belong to the whole database, and each service has its own turns. In the
     * order of the keys, so that no two who lock several wait for each other.
     */
    private static final String LOCK = """
            select pg_advisory_xact_lock(key) from (
              select distinct hashtextextended(
                'blocked_pairs ' || current_user || least(one, other) || greatest(one, other), 0) as key
              from unnest(:ones::text[], :others::text[]) as pairs (one, other)
              order by key) as turns
            """;

    private static final String NOTE = """
            insert into blocked_pairs as known (blocker_id, blocked_id, step, in_force, blocked_at)
            values (:blocker, :blocked, :step, :inForce, :blockedAt)
            on conflict (blocker_id, blocked_id) do update set
              in_force = case when excluded.step > known.step then excluded.in_force else known.in_force end,
              step = greatest(known.step, excluded.step),
              blocked_at = greatest(known.blocked_at, excluded.blocked_at)
            """;

    private static final String APART = """
            with pairs as (
              select * from unnest(:ones::uuid[], :others::uuid[], :times::text[]::timestamptz[])
                as pairs (one, other, began)
            ), sides as (
              select one as blocker_id, other as blocked_id, began from pairs
              union all
              select other, one, began from pairs
            )
            select exists (
              select from sides join blocked_pairs using (blocker_id, blocked_id)
              where in_force or blocked_at >= began)
            """;

    private final JdbcClient jdbc;

    public BlockedPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a block. Whoever joins the two at this moment has done so before this returns, or will be refused. */
    public void note(UserBlocked fact) {
        note(fact.blocker(), fact.blocked(), fact.step(), fact.at());
    }

    /** Notes that a block was taken back. */
    public void note(UserUnblocked fact) {
        note(fact.blocker(), fact.blocked(), fact.step(), null);
    }

    private void note(UserId blocker, UserId blocked, long step, @Nullable Instant blockedAt) {
        takeTurns(List.of(blocker), List.of(blocked));
        jdbc.sql(NOTE)
                .param("blocker", blocker.value())
                .param("blocked", blocked.value())
                .param("step", step)
                .param("inForce", blockedAt != null)
                .param("blockedAt", blockedAt == null ? null : Timestamp.from(blockedAt))
                .update();
    }

    /**
     * Two who are to be joined.
     *
     * @param began when what joins them began
     */
    public record Joining(UserId one, UserId other, Instant began) {}

    /** The same as {@link #requireAllowed(Collection)} for two. */
    public void requireAllowed(UserId one, UserId other, Instant began) {
        requireAllowed(List.of(new Joining(one, other, began)));
    }

    /**
     * Lets people be joined in the caller's transaction, or refuses. Until that transaction ends no block of any of these
     * pairs is noted, so that whoever notes one afterwards finds what was joined.
     *
     * @throws KeptApartException if a block keeps two of them apart
     */
    public void requireAllowed(Collection<Joining> pairs) {
        takeTurns(
                pairs.stream().map(Joining::one).toList(),
                pairs.stream().map(Joining::other).toList());
        if (keepApart(pairs)) {
            throw new KeptApartException();
        }
    }

    /** Whether a block forbids what these two began at that time. */
    public boolean keepApart(UserId one, UserId other, Instant began) {
        return keepApart(List.of(new Joining(one, other, began)));
    }

    private boolean keepApart(Collection<Joining> pairs) {
        return jdbc.sql(APART)
                .param("ones", pairs.stream().map(pair -> pair.one().value()).toArray(UUID[]::new))
                .param(
                        "others",
                        pairs.stream().map(pair -> pair.other().value()).toArray(UUID[]::new))
                .param(
                        "times",
                        pairs.stream().map(pair -> pair.began().toString()).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** @param others in the order of those with whom they make a pair */
    private void takeTurns(List<UserId> ones, List<UserId> others) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("People are joined, or kept apart, in one transaction");
        }
        jdbc.sql(LOCK)
                .param("ones", ones.stream().map(UserId::toString).toArray(String[]::new))
                .param("others", others.stream().map(UserId::toString).toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }
}
