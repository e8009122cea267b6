package com.realtimeconnect.user.safety;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a person blocked, as that person sees it.
 *
 * @param displayName the name today; left out of an account that was erased
 */
public record Block(
        UserId userId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String displayName,
        Instant since) {

    Cursor cursor() {
        return Cursor.of(since, userId);
    }
}
