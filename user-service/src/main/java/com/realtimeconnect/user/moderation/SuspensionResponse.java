package com.realtimeconnect.user.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.user.standing.Suspension;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The suspension that runs now.
 *
 * @param until null for good
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SuspensionResponse(
        UUID suspensionId,
        UserId userId,
        String reason,
        Instant suspendedAt,
        @Nullable Instant until) {

    static SuspensionResponse from(Suspension suspension) {
        return new SuspensionResponse(
                suspension.id(),
                suspension.person(),
                suspension.reason(),
                suspension.suspendedAt(),
                suspension.until());
    }
}
