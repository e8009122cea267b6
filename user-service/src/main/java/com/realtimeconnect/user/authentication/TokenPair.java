package com.realtimeconnect.user.authentication;

import com.realtimeconnect.user.token.IssuedToken;

/** What a client holds while it is logged in. */
record TokenPair(String refreshToken, IssuedToken accessToken) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenPair[hidden]";
    }
}
