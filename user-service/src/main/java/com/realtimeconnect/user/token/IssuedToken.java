package com.realtimeconnect.user.token;

import java.time.Instant;

/** A signed token and when it ends. */
public record IssuedToken(String value, Instant expiresAt) {

    /** Without the token. */
    @Override
    public String toString() {
        return "IssuedToken[until " + expiresAt + "]";
    }
}
