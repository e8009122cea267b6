package com.realtimeconnect.user.authentication;

import com.realtimeconnect.user.account.AccountResponse;
import java.time.Duration;
import java.time.Instant;

/** What a client needs to act for a person. */
public record LoginResponse(
        AccountResponse user, String accessToken, String tokenType, long expiresInSeconds, String refreshToken) {

    static LoginResponse of(AccountResponse user, TokenPair pair, Instant now) {
        var access = pair.accessToken();
        var left = Duration.between(now, access.expiresAt()).plusMillis(999).toSeconds();
        return new LoginResponse(user, access.value(), "Bearer", Math.max(0, left), pair.refreshToken());
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "LoginResponse[hidden]";
    }
}
