package com.realtimeconnect.queuing.presence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a person is here, from low to high; several devices show the highest. */
public enum PresenceStatus {
    OFFLINE,
    ONLINE,
    QUEUING,
    IN_CALL;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PresenceStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
