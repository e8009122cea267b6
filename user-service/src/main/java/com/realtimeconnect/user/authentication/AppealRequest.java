package com.realtimeconnect.user.authentication;

import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A suspended person says who they are, proves it, and says something to the suspension. */
record AppealRequest(
        @NotBlank @Size(max = 320) @PlainText String email,
        @NotNull @Size(max = 1024) String password,
        @NotBlank @Size(max = 2000) @PlainText(lines = true) String text) {

    /** Without any of it. */
    @Override
    public String toString() {
        return "AppealRequest[hidden]";
    }
}
