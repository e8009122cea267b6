package com.realtimeconnect.user.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An admin answers an appeal.
 *
 * @param reason told to the person
 */
record ResolveAppealRequest(
        @NotNull Answer outcome,
        @NotBlank @Size(max = 1000) @PlainText(lines = true) String reason) {

    /** Granted means reinstated. */
    enum Answer {
        @JsonProperty("granted")
        GRANTED,
        @JsonProperty("refused")
        REFUSED
    }
}
