package com.realtimeconnect.communication.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.UserId;
import org.jspecify.annotations.Nullable;

/** The other one of a room on the wire: {@code {userId, displayName}}, or {@code {erased: true}} once nobody may know any more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Peer(
        @Nullable UserId userId,
        @Nullable String displayName,
        @Nullable Boolean erased) {

    private static final Peer ERASED = new Peer(null, null, true);

    /** @param displayName null for somebody who is erased */
    public static Peer of(UserId userId, @Nullable String displayName) {
        return displayName == null ? ERASED : new Peer(userId, displayName, null);
    }
}
