package com.realtimeconnect.user.safety;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a report stands. */
public enum ReportState {
    /** Taken while it could not be told whether the two had met. */
    UNVERIFIED,
    /** The two had met; moderation has yet to decide. */
    OPEN,
    UPHELD,
    DISMISSED,
    /** It turned out that there was no such meeting. */
    DISCARDED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReportState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
