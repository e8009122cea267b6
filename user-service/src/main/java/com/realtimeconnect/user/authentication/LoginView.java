package com.realtimeconnect.user.authentication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the places where I am logged in.
 *
 * @param userAgent what the device said of itself, if it did
 * @param current whether this request comes from it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LoginView(
        UUID loginId,
        @Nullable String userAgent,
        @Nullable String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {

    static LoginView from(Login login, UUID currentLogin) {
        return new LoginView(
                login.getId(),
                login.userAgent(),
                login.address(),
                login.createdAt(),
                login.lastUsedAt(),
                login.expiresAt(),
                login.getId().equals(currentLogin));
    }
}
