package com.realtimeconnect.history.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.page.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as one of the two sees it in their history.
 *
 * @param startedAt null if they never heard each other
 * @param endReason what this side may know of it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LoggedInteraction(
        InteractionId interactionId,
        String intent,
        Peer peer,
        @Nullable Instant startedAt,
        Instant endedAt,
        int durationSeconds,
        EndReason endReason,
        boolean video,
        boolean kept) {

    Cursor cursor() {
        return Cursor.of(endedAt, interactionId);
    }
}
