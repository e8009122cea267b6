package com.realtimeconnect.common.stomp;

import jakarta.validation.constraints.NotBlank;

/** {@code /app/auth/refresh}: go on with a newer token of the same person. */
record RefreshToken(@NotBlank String accessToken) {}
