package com.realtimeconnect.history.erasure;

import com.realtimeconnect.common.privacy.ExportPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service holds about a person, with the reasons and names that they may know. */
@Configuration(proxyBeanMethods = false)
class HistoryRecord {

    @Bean
    ExportPart historyPart() {
        return ExportPart.list("history", """
                select interaction_id as "interactionId", intent,
                  case when peer_id is null then jsonb_build_object('erased', true)
                    else jsonb_build_object('userId', peer_id, 'displayName', peer_name) end as "peer",
                  proposed_at as "proposedAt", connected_at as "connectedAt", started_at as "startedAt",
                  ended_at as "endedAt", duration_seconds as "durationSeconds", wait_seconds as "waitSeconds",
                  shown_reason as "endReason", video, kept
                from logged_interactions where user_id = :person order by ended_at desc, interaction_id desc""");
    }

    @Bean
    ExportPart connectionsPart() {
        return ExportPart.list("connections", """
                select connection_id as "connectionId", room_id as "roomId",
                  case when peer_name is null then jsonb_build_object('erased', true)
                    else jsonb_build_object('userId', peer_id, 'displayName', peer_name) end as "peer",
                  since, last_interaction_at as "lastInteractionAt",
                  case when removed_by = :person then removed_at end as "removedByMeAt"
                from (
                  select *, man_id as peer_id, man_name as peer_name from connections where woman_id = :person
                  union all
                  select *, woman_id, woman_name from connections where man_id = :person) mine
                order by since, connection_id""");
    }

    @Bean
    ExportPart summaryPart() {
        return ExportPart.one("summary", """
                select count(*) as calls, coalesce(sum(duration_seconds), 0) / 60 as minutes,
                  count(*) filter (where kept) as kept
                from logged_interactions where user_id = :person and started_at is not null""");
    }
}
