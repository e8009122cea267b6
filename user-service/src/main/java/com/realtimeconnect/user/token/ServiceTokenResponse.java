package com.realtimeconnect.user.token;

/** A token with the scope {@code service}. */
record ServiceTokenResponse(String accessToken, String tokenType, long expiresInSeconds) {

    /** Without the token. */
    @Override
    public String toString() {
        return "ServiceTokenResponse[hidden]";
    }
}
