package com.realtimeconnect.interaction.interaction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a meeting ended. On the wire in kebab-case. */
public enum EndReason {
    COMPLETED,
    HANG_UP,
    DECLINED,
    NO_ANSWER,
    SETUP_FAILED,
    PEER_LOST,
    BLOCKED,
    REPORTED,
    SUSPENDED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
