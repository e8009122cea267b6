package com.realtimeconnect.user.recovery;

import com.realtimeconnect.user.account.PlainText;
import com.realtimeconnect.user.password.AcceptablePassword;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody who forgot a password shows the code of the letter, and chooses a new one. */
record ResetPasswordRequest(
        @NotBlank @Size(max = 320) @PlainText String email,
        @NotBlank @Size(max = 32) String code,
        @NotNull @AcceptablePassword String newPassword) {

    /** Without any of it. */
    @Override
    public String toString() {
        return "ResetPasswordRequest[hidden]";
    }
}
