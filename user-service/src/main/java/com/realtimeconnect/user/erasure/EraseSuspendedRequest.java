package com.realtimeconnect.user.erasure;

import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody who cannot log in any more wants to be forgotten, and proves to be that person. */
record EraseSuspendedRequest(
        @NotBlank @Size(max = 320) @PlainText String email,
        @NotNull @Size(max = 1024) String password) {

    /** Without any of it. */
    @Override
    public String toString() {
        return "EraseSuspendedRequest[hidden]";
    }
}
