package com.realtimeconnect.common.security;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.ServiceIdentity;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import java.security.Key;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens: JWT (RFC 7519) signed with ES256 (RFC 7518, section 3.4), for our issuer and audience, in time.
 * It says nothing of revocation: ask {@link RevocationList}. Thread-safe.
 */
public final class JwtVerifier {

    private static final int LONGEST = 4096;
    /** How far apart the clocks of two machines may be. */
    private static final int LENIENCE_SECONDS = 2;

    private final JwtParser parser;
    private final Clock clock;

    JwtVerifier(VerificationKeys keys, String issuer, String audience, Clock clock) {
        this.clock = clock;
        parser = Jwts.parser()
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(LENIENCE_SECONDS)
                .requireIssuer(issuer)
                .requireAudience(audience)
                .sig()
                .clear()
                .add(Jwts.SIG.ES256)
                .and()
                .keyLocator(header -> key(keys, header))
                .build();
    }

    /** @throws ProblemException 401 if the token is not good, 503 if that cannot be told just now */
    public VerifiedToken verify(String token) {
        if (token.length() > LONGEST) {
            throw Problems.invalidToken("The token is too long");
        }
        try {
            var claims = parser.parseSignedClaims(token).getPayload();
            requirePast(claims);
            return "service".equals(claims.get("scope", String.class))
                    ? new VerifiedToken(null, new ServiceIdentity(claims.getSubject()))
                    : new VerifiedToken(person(claims), null);
        } catch (ExpiredJwtException expired) {
            throw Problems.invalidToken("The token has run out");
        } catch (JwtException | IllegalArgumentException | NullPointerException bad) {
            throw Problems.invalidToken("The token is not one of ours");
        }
    }

    /** A token from the future would outlive the revocations that are told before its time. */
    private void requirePast(Claims claims) {
        if (claims.getIssuedAt().toInstant().isAfter(clock.instant().plusSeconds(LENIENCE_SECONDS))) {
            throw new UnsupportedJwtException("Issued in the future");
        }
    }

    private static AuthenticatedUser person(Claims claims) {
        return new AuthenticatedUser(
                UserId.of(claims.getSubject()),
                Role.of(Objects.requireNonNull(claims.get("role", String.class))),
                Uuids.parse(Objects.requireNonNull(claims.get("sid", String.class))),
                claims.getIssuedAt().toInstant(),
                claims.getExpiration().toInstant());
    }

    private static @Nullable Key key(VerificationKeys keys, Header header) {
        if (header instanceof JwsHeader signed && signed.getKeyId() != null) {
            var key = keys.find(signed.getKeyId());
            if (key != null) {
                return key;
            }
        }
        throw new UnsupportedJwtException("No such key");
    }
}
