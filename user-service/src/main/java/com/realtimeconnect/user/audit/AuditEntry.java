package com.realtimeconnect.user.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param personId about whom, or null
 * @param subjectId about which report, suspension or appeal, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditEntry(
        UUID entryId,
        Instant at,
        UserId adminId,
        String action,
        @Nullable UserId personId,
        @Nullable UUID subjectId,
        String reason) {}
