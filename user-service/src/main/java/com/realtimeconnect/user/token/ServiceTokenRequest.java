package com.realtimeconnect.user.token;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** One of our services proves itself (client credentials, as JSON). */
record ServiceTokenRequest(
        @NotBlank @Size(max = 64) String clientId,
        @NotBlank @Size(max = 512) String clientSecret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "ServiceTokenRequest[" + clientId + "]";
    }
}
