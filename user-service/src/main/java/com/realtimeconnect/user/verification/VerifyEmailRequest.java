package com.realtimeconnect.user.verification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person shows the code of the letter. */
record VerifyEmailRequest(@NotBlank @Size(max = 32) String code) {

    /** Without the code. */
    @Override
    public String toString() {
        return "VerifyEmailRequest[hidden]";
    }
}
