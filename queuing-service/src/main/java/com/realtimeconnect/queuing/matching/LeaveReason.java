package com.realtimeconnect.queuing.matching;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a person is not in a queue any more. */
public enum LeaveReason {
    ASKED,
    MATCHED,
    DISCONNECTED,
    EXPIRED,
    SUSPENDED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LeaveReason of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
