package com.realtimeconnect.user.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.user.account.PublicIdentity;
import com.realtimeconnect.user.safety.Report;
import com.realtimeconnect.user.safety.ReportReason;
import com.realtimeconnect.user.safety.ReportState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as admins see it.
 *
 * @param reported null while it is not verified
 * @param reason null for a panic of which nothing more was said
 * @param resolution null while it is open
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportView(
        UUID reportId,
        InteractionId interactionId,
        PersonView reporter,
        @Nullable PersonView reported,
        @Nullable ReportReason reason,
        @Nullable String details,
        boolean panic,
        Instant createdAt,
        ReportState state,
        EvidenceView evidence,
        @Nullable ResolutionView resolution) {

    /** What the services knew, as they told it; null where it is still being gathered. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EvidenceView(
            @Schema(types = "object", description = "As interaction-service told it") @JsonRawValue @Nullable
            String interaction,

            @Schema(types = "object", description = "The last messages, as communication-service told them")
            @JsonRawValue
            @Nullable
            String chat) {}

    /** What was decided. */
    record ResolutionView(UserId by, Instant at, String reason) {}

    static ReportView of(Report report, Map<UserId, PublicIdentity> known) {
        var reported = report.reported();
        var resolution = report.resolution();
        return new ReportView(
                report.id(),
                report.interactionId(),
                PersonView.of(report.reporter(), known.get(report.reporter())),
                reported == null ? null : PersonView.of(reported, known.get(reported)),
                report.reason(),
                report.details(),
                report.panic(),
                report.createdAt(),
                report.state(),
                new EvidenceView(
                        report.evidence().interaction(), report.evidence().chat()),
                resolution == null ? null : new ResolutionView(resolution.by(), resolution.at(), resolution.reason()));
    }
}
