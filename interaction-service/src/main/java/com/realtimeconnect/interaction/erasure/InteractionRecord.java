package com.realtimeconnect.interaction.erasure;

import com.realtimeconnect.common.privacy.ExportPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service holds about a person. Of the other one only the name that was shown, and nothing that they did or decided. */
@Configuration(proxyBeanMethods = false)
class InteractionRecord {

    @Bean
    ExportPart interactionsPart() {
        return ExportPart.list("interactions", """
                select id as "interactionId", intent, matched_at as "matchedAt", proposed_at as "proposedAt",
                  connected_at as "connectedAt", started_at as "startedAt", ended_at as "endedAt",
                  woman_display_name as "displayName", woman_wait_seconds as "waitSeconds",
                  woman_media_connected_at as "mediaConnectedAt", woman_keep as "keep",
                  woman_feedback_rating as "feedbackRating", woman_feedback_tags as "feedbackTags"
                from interactions where woman_user_id = :person
                union all
                select id, intent, matched_at, proposed_at, connected_at, started_at, ended_at,
                  man_display_name, man_wait_seconds, man_media_connected_at, man_keep,
                  man_feedback_rating, man_feedback_tags
                from interactions where man_user_id = :person
                order by "matchedAt", "interactionId\"""");
    }

    @Bean
    ExportPart consentLogPart() {
        return ExportPart.list("consentLog", """
                select interaction_id as "interactionId", entry, at, action, state
                from consent_log where actor = :person order by at, interaction_id, entry""");
    }
}
