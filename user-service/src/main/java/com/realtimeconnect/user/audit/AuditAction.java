package com.realtimeconnect.user.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an admin can do. */
public enum AuditAction {
    /** Read reports with their evidence. */
    REPORTS_READ,
    REPORT_UPHELD,
    REPORT_DISMISSED,
    USER_SUSPENDED,
    USER_REINSTATED,
    APPEALS_READ,
    APPEAL_GRANTED,
    APPEAL_REFUSED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
