package com.realtimeconnect.user.moderation;

import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An admin lets somebody back in who is suspended or held back. */
record ReinstateRequest(
        @NotBlank @Size(max = 1000) @PlainText(lines = true) String reason) {}
