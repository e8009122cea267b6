package com.realtimeconnect.user.authentication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A client wants to stay logged in. */
record RefreshRequest(@NotBlank @Size(max = 512) String refreshToken) {

    /** Without the token. */
    @Override
    public String toString() {
        return "RefreshRequest[hidden]";
    }
}
