package com.realtimeconnect.user.safety;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What somebody is reported for. */
public enum ReportReason {
    @JsonProperty("harassment")
    HARASSMENT,
    @JsonProperty("nudity")
    NUDITY,
    @JsonProperty("minor")
    MINOR,
    @JsonProperty("hate")
    HATE,
    @JsonProperty("spam")
    SPAM,
    @JsonProperty("other")
    OTHER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReportReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
