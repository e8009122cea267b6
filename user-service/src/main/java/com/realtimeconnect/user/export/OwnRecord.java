package com.realtimeconnect.user.export;

import com.realtimeconnect.common.privacy.ExportPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service holds about a person. */
@Configuration(proxyBeanMethods = false)
class OwnRecord {

    @Bean
    ExportPart accountPart() {
        return ExportPart.one("account", """
                select id as "userId", email, display_name as "displayName", role, birth_date as "birthDate",
                  email_verified as "emailVerified", created_at as "createdAt", password_changed_at as "passwordChangedAt",
                  suspended_at as "suspendedAt", suspended_until as "suspendedUntil", held_at as "heldAt"
                from accounts where id = :person""");
    }

    @Bean
    ExportPart profilePart() {
        return ExportPart.one("profile", """
                select bio, interests, languages, auto_connect as "autoConnect", updated_at as "updatedAt"
                from profiles where account_id = :person""");
    }

    @Bean
    ExportPart assetsPart() {
        return ExportPart.list("assets", """
                select id as "assetId", kind, content_type as "contentType", width, height, size_bytes as "sizeBytes",
                  created_at as "createdAt"
                from assets where account_id = :person and state = 'stored' order by id""");
    }

    @Bean
    ExportPart loginsPart() {
        return ExportPart.list("logins", """
                select id as "loginId", user_agent as "userAgent", address, created_at as "createdAt",
                  last_used_at as "lastUsedAt", expires_at as "expiresAt", ended_at as "endedAt", end_reason as "endReason"
                from logins where account_id = :person order by id""");
    }

    /** Only those the person made; who blocked them is nobody's to tell. */
    @Bean
    ExportPart blocksPart() {
        return ExportPart.list("blocks", """
                select blocked_id as "userId", since from blocks where blocker_id = :person order by since, blocked_id""");
    }

    /** What the person said themselves. What others said about them is those others' to show. */
    @Bean
    ExportPart reportsPart() {
        return ExportPart.list("reports", """
                select id as "reportId", interaction_id as "interactionId", reason, details, panic,
                  created_at as "createdAt"
                from reports where reporter_id = :person order by id""");
    }

    @Bean
    ExportPart suspensionsPart() {
        return ExportPart.list("suspensions", """
                select id as "suspensionId", reason, suspended_at as "suspendedAt", until, ended_at as "endedAt"
                from suspensions where account_id = :person order by id""");
    }

    @Bean
    ExportPart appealsPart() {
        return ExportPart.list("appeals", """
                select id as "appealId", suspension_id as "suspensionId", text, created_at as "createdAt", state,
                  resolved_at as "resolvedAt", answer
                from appeals where account_id = :person order by id""");
    }
}
