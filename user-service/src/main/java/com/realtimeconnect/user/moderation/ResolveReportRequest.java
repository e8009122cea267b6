package com.realtimeconnect.user.moderation;

import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An admin decides about a report. */
record ResolveReportRequest(
        @NotNull Outcome outcome,
        @NotBlank @Size(max = 1000) @PlainText(lines = true) String reason) {}
