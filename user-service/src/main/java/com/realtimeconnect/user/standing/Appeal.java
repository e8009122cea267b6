package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a suspended person says to it.
 *
 * @param answer what the admin said, once it was answered
 */
public record Appeal(
        UUID id,
        UUID suspensionId,
        UserId person,
        String text,
        Instant createdAt,
        AppealState state,
        @Nullable Instant resolvedAt,
        @Nullable UserId resolvedBy,
        @Nullable String answer) {

    static Appeal open(UUID id, Suspension suspension, String text, Instant now) {
        return new Appeal(id, suspension.id(), suspension.person(), text, now, AppealState.OPEN, null, null, null);
    }
}
