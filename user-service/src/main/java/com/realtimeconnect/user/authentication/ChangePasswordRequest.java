package com.realtimeconnect.user.authentication;

import com.realtimeconnect.user.password.AcceptablePassword;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A person wants another password. */
record ChangePasswordRequest(
        @NotNull @Size(max = 1024) String currentPassword,
        @NotNull @AcceptablePassword String newPassword) {

    /** Without either. */
    @Override
    public String toString() {
        return "ChangePasswordRequest[hidden]";
    }
}
