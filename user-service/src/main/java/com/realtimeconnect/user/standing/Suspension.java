package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspension that runs.
 *
 * @param until null for good
 */
public record Suspension(
        UUID id,
        UserId person,
        String reason,
        Instant suspendedAt,
        UserId suspendedBy,
        @Nullable Instant until) {}
