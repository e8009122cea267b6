package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reads a page of one person's interactions, newest first: one range of the index on
 * (user_id, ended_at, interaction_id), from the cursor on. Conditions that are not asked for are left out, so that the
 * planner sees what it can rule out.
 */
record PageQuery(String sql, Map<String, Object> values) {

    static PageQuery of(UserId person, InteractionFilter filter, @Nullable Cursor after, int limit) {
        var conditions = new ArrayList<>(List.of("user_id = :person"));
        var values = new HashMap<String, Object>(Map.of("person", person.value(), "limit", limit));
        if (after != null) {
            // The first comparison says nothing new, but it is the one that rules out later partitions.
            conditions.add("ended_at <= :afterTime");
            conditions.add("(ended_at, interaction_id) < (:afterTime, :afterInteraction)");
            values.put("afterTime", Timestamps.column(Timestamps.of(after)));
            values.put("afterInteraction", after.uuid(1));
        }
        if (filter.from() != null) {
            conditions.add("ended_at >= :from");
            values.put("from", Timestamps.column(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("ended_at < :to");
            values.put("to", Timestamps.column(filter.to()));
        }
        if (filter.intent() != null) {
            conditions.add("intent = :intent");
            values.put("intent", filter.intent());
        }
        if (filter.endReason() != null) {
            conditions.add("shown_reason = :endReason");
            values.put("endReason", filter.endReason().wireName());
        }
        return new PageQuery("""
                select interaction_id, intent, peer_id, peer_name, started_at, ended_at, duration_seconds,
                  shown_reason, video, kept
                from logged_interactions
                where %s
                order by ended_at desc, interaction_id desc
                limit :limit""".formatted(String.join(" and ", conditions)), values);
    }
}
