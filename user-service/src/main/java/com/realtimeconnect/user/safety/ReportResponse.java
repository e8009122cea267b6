package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The report as its maker sees it. What becomes of it is not told. */
record ReportResponse(UUID reportId, InteractionId interactionId, ReportReason reason, Instant createdAt) {

    static ReportResponse from(Report report) {
        return new ReportResponse(
                report.id(), report.interactionId(), Objects.requireNonNull(report.reason()), report.createdAt());
    }
}
