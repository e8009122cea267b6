package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody says that the other one in an interaction behaved badly. */
record ReportRequest(
        @NotNull InteractionId interactionId,
        @NotNull ReportReason reason,

        @Size(max = 1000) @PlainText(lines = true) @Nullable String details) {

    /** Blank details are none. */
    @Nullable
    String detailsOrNone() {
        return details == null || details.isBlank() ? null : details.strip();
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "ReportRequest[" + interactionId + "]";
    }
}
