package com.realtimeconnect.history.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.UserId;
import org.jspecify.annotations.Nullable;

/** The other person: {@code {userId, displayName}}, or {@code {erased: true}} once nobody may know any more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Peer(
        @Nullable UserId userId,
        @Nullable String displayName,
        @Nullable Boolean erased) {

    private static final Peer ERASED = new Peer(null, null, true);

    public static Peer of(UserId userId, String displayName) {
        return new Peer(userId, displayName, null);
    }

    public static Peer erasedOne() {
        return ERASED;
    }
}
