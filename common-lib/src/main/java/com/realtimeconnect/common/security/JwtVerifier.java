package com.realtimeconnect.common.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;

/**
 * Verifies access tokens: JWT (RFC 7519) signed with ES256 (RFC 7518, section 3.4), for our issuer and audience, in time.
 * It says nothing of revocation: ask {@link RevocationList}. What was verified is remembered, by its digest, for as long as
 * the token and its key are good, because checking a signature takes more work than most requests. Thread-safe.
 */
public final class JwtVerifier {

    private static final int LONGEST = 4096;
    /** How far apart the clocks of two machines may be. */
    private static final int LENIENCE_SECONDS = 2;

    /** As many people as have a socket at a node, and more. */
    private static final int MOST_REMEMBERED = 50_000;

    private final VerificationKeys keys;
    private final PreparedKeys prepared = new PreparedKeys();
    private final JwtParser parser;
    private final Clock clock;
    private final Cache<String, Verdict> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    /** What a check came to, and what that hangs on. */
    private record Verdict(VerifiedToken token, String keyId, PublicKey key, Instant expiresAt) {}

    JwtVerifier(VerificationKeys keys, String issuer, String audience, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        parser = Jwts.parser()
                .provider(PreparedKeys.PROVIDER)
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(LENIENCE_SECONDS)
                .requireIssuer(issuer)
                .requireAudience(audience)
                .sig()
                .clear()
                .add(Jwts.SIG.ES256)
                .and()
                .keyLocator(header -> prepared.of(key(keys, header)))
                .build();
    }

    /** @throws ProblemException 401 if the token is not good, 503 if that cannot be told just now */
    public VerifiedToken verify(String token) {
        if (token.length() > LONGEST) {
            throw Problems.invalidToken("The token is too long");
        }
        var digest = digest(token);
        var known = remembered.getIfPresent(digest);
        if (known != null && isStillGood(known)) {
            return known.token();
        }
        var verdict = check(token);
        remembered.put(digest, verdict);
        return verdict.token();
    }

    private boolean isStillGood(Verdict verdict) {
        return clock.instant().isBefore(verdict.expiresAt()) && verdict.key().equals(keys.find(verdict.keyId()));
    }

    private Verdict check(String token) {
        try {
            var signed = parser.parseSignedClaims(token);
            var claims = signed.getPayload();
            requirePast(claims);
            var verified = "service".equals(claims.get("scope", String.class))
                    ? new VerifiedToken(null, new ServiceIdentity(claims.getSubject()))
                    : new VerifiedToken(person(claims), null);
            var keyId = signed.getHeader().getKeyId();
            return new Verdict(
                    verified,
                    keyId,
                    key(keys, signed.getHeader()),
                    claims.getExpiration().toInstant());
        } catch (ExpiredJwtException expired) {
            throw Problems.invalidToken("The token has run out");
        } catch (JwtException | IllegalArgumentException | NullPointerException bad) {
            throw Problems.invalidToken("The token is not one of ours");
        }
    }

    /** What is kept in memory for long opens no door. */
    private static String digest(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new String(sha256, StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
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

    private static PublicKey key(VerificationKeys keys, Header header) {
        if (header instanceof JwsHeader signed && signed.getKeyId() != null) {
            var key = keys.find(signed.getKeyId());
            if (key != null) {
                return key;
            }
        }
        throw new UnsupportedJwtException("No such key");
    }
}
