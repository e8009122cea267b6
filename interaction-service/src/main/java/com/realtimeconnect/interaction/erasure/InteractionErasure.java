package com.realtimeconnect.interaction.erasure;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.outbox.PendingFacts;
import com.realtimeconnect.common.privacy.ErasedPeople;
import com.realtimeconnect.common.privacy.PersonErasure;
import com.realtimeconnect.common.privacy.Scrub;
import com.realtimeconnect.interaction.interaction.Interactions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases a person from the interactions. First they are noted as erased, so that none begins any more; then the one they are
 * in ends as if they had hung up; then their name goes, from facts on their way as well. Rows stay, with an id that leads to
 * nobody: the other one's history and our figures hang on them.
 */
@Component
class InteractionErasure implements PersonErasure {

    /** A new version, so that no node writes back what it read before. Who did not keep yet never does. */
    private static final Scrub TABLES = new Scrub().with("interactions", """
                    update interactions set version = version + 1, woman_display_name = '', woman_ticket = '',
                      woman_keep = false, woman_feedback_rating = null, woman_feedback_tags = null
                    where woman_user_id = :person and woman_display_name <> ''""").with("interactions", """
                    update interactions set version = version + 1, man_display_name = '', man_ticket = '',
                      man_keep = false, man_feedback_rating = null, man_feedback_tags = null
                    where man_user_id = :person and man_display_name <> ''""");

    private final ErasedPeople erased;
    private final Interactions interactions;
    private final PendingFacts pending;
    private final JdbcClient jdbc;
    private final StringRedisTemplate redis;
    private final TransactionOperations transaction;

    InteractionErasure(
            ErasedPeople erased,
            Interactions interactions,
            PendingFacts pending,
            JdbcClient jdbc,
            StringRedisTemplate redis,
            TransactionOperations transaction) {
        this.erased = erased;
        this.interactions = interactions;
        this.pending = pending;
        this.jdbc = jdbc;
        this.redis = redis;
        this.transaction = transaction;
    }

    @Override
    public Map<String, Integer> erase(UserId person) {
        transaction.executeWithoutResult(status -> erased.note(person));
        interactions.current(person).ifPresent(live -> interactions.end(person, live.id()));
        var changed = new LinkedHashMap<String, Integer>();
        transaction.executeWithoutResult(status -> {
            changed.putAll(TABLES.run(jdbc, person));
            changed.put("scheduled_tasks", pending.forgetName(person));
        });
        changed.put("redis", Boolean.TRUE.equals(redis.delete("interaction:live:{" + person + "}")) ? 1 : 0);
        return changed;
    }
}
