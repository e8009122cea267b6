package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.JwtVerifier;
import com.realtimeconnect.common.security.RevocationList;
import org.jspecify.annotations.Nullable;

/** Tells who opens a socket. */
final class SocketAuthenticator {

    private static final String BEARER = "Bearer ";

    private final JwtVerifier verifier;
    private final RevocationList revocations;

    SocketAuthenticator(JwtVerifier verifier, RevocationList revocations) {
        this.verifier = verifier;
        this.revocations = revocations;
    }

    AuthenticatedUser authenticateHeader(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problems.invalidToken("CONNECT needs the header Authorization with a Bearer token");
        }
        return authenticate(authorization.substring(BEARER.length()).strip());
    }

    AuthenticatedUser authenticate(String token) {
        var user = verifier.verify(token).requirePerson();
        if (isRevoked(user)) {
            throw Problems.invalidToken("The login of this token was ended");
        }
        return user;
    }

    boolean isRevoked(AuthenticatedUser user) {
        return revocations.isRevoked(user);
    }
}
