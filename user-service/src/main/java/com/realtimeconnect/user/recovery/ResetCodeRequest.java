package com.realtimeconnect.user.recovery;

import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody forgot a password. */
record ResetCodeRequest(
        @NotBlank @Size(max = 320) @PlainText String email) {

    /** Without the address. */
    @Override
    public String toString() {
        return "ResetCodeRequest[hidden]";
    }
}
