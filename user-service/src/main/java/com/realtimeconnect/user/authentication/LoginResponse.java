package com.realtimeconnect.user.authentication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.user.account.AccountResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to act for a person.
 *
 * @param refreshToken left out if the client keeps it in the cookie
 */
public record LoginResponse(
        AccountResponse user,
        String accessToken,
        String tokenType,
        long expiresInSeconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken) {

    static LoginResponse of(AccountResponse user, TokenPair pair, Instant now) {
        var access = pair.accessToken();
        var left = Duration.between(now, access.expiresAt()).plusMillis(999).toSeconds();
        return new LoginResponse(user, access.value(), "Bearer", Math.max(0, left), pair.refreshToken());
    }

    LoginResponse withoutRefreshToken() {
        return new LoginResponse(user, accessToken, tokenType, expiresInSeconds, null);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "LoginResponse[hidden]";
    }
}
