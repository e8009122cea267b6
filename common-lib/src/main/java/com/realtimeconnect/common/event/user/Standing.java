package com.realtimeconnect.common.event.user;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a person may take part. */
public enum Standing {
    GOOD,
    /** May do everything but be matched, until a person of moderation has decided. */
    HELD,
    /** May not come in at all. */
    SUSPENDED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
