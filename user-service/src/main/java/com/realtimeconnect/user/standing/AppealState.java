package com.realtimeconnect.user.standing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of an appeal. */
public enum AppealState {
    OPEN,
    /** The person was reinstated. */
    GRANTED,
    /** The suspension stays. */
    REFUSED,
    /** The suspension ended by itself before anybody answered. */
    MOOT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AppealState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
