package com.realtimeconnect.user.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.realtimeconnect.user.audit.AuditAction;
import com.realtimeconnect.user.safety.ReportState;

/** What an admin thinks of a report. */
enum Outcome {
    @JsonProperty("upheld")
    UPHELD,
    @JsonProperty("dismissed")
    DISMISSED;

    ReportState state() {
        return this == UPHELD ? ReportState.UPHELD : ReportState.DISMISSED;
    }

    AuditAction action() {
        return this == UPHELD ? AuditAction.REPORT_UPHELD : AuditAction.REPORT_DISMISSED;
    }
}
