package com.realtimeconnect.user.authentication;

import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody says who they are, and proves it. */
record LoginRequest(
        @NotBlank @Size(max = 320) @PlainText String email,
        @NotNull @Size(max = 1024) String password) {

    /** Without either. */
    @Override
    public String toString() {
        return "LoginRequest[hidden]";
    }
}
