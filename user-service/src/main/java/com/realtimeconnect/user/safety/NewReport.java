package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report about to be filed.
 *
 * @param reported null while it cannot be told who that is; then the report is yet to be verified
 * @param reason null for a panic
 */
record NewReport(
        UUID id,
        InteractionId interactionId,
        UserId reporter,
        @Nullable UserId reported,
        @Nullable ReportReason reason,
        @Nullable String details,
        boolean panic,
        Instant createdAt) {

    ReportState state() {
        return reported == null ? ReportState.UNVERIFIED : ReportState.OPEN;
    }
}
