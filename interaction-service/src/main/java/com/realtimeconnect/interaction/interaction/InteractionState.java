package com.realtimeconnect.interaction.interaction;

/** Where a meeting stands. The names are those on the wire. */
public enum InteractionState {
    /** Both were told; it is hers to let it begin. */
    PROPOSED,
    /** She let it begin; the browsers look for each other. */
    CONNECTING,
    /** Both hear each other; the clock runs. */
    ACTIVE,
    /** As {@link #ACTIVE}, but somebody's socket is gone; the clock runs on. */
    RECONNECTING,
    ENDED;

    /** Whether the two are, or were a moment ago, in a running call. */
    public boolean isCall() {
        return this == ACTIVE || this == RECONNECTING;
    }
}
