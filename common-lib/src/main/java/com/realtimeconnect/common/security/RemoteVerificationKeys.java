package com.realtimeconnect.common.security;

import com.realtimeconnect.common.problem.Problems;
import io.jsonwebtoken.security.Jwks;
import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The keys that user-service publishes (JWKS, RFC 7517), read when an unknown id comes and again now and then. While it is
 * down the known keys stay good. Tokens with made-up key ids cause at most one look-up each second.
 */
final class RemoteVerificationKeys implements VerificationKeys {

    private static final Logger log = LoggerFactory.getLogger(RemoteVerificationKeys.class);
    private static final Duration STALE_AFTER = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RestClient client;
    private final URI address;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Map<String, PublicKey> keys = Map.of();
    private volatile Instant fetchedAt = Instant.EPOCH;
    private volatile Instant triedAt = Instant.EPOCH;

    RemoteVerificationKeys(RestClient client, URI address, Clock clock) {
        this.client = client;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        var known = keys.get(keyId);
        if (known == null || clock.instant().isAfter(fetchedAt.plus(STALE_AFTER))) {
            fetch(known == null);
            known = keys.get(keyId);
        }
        if (known == null && keys.isEmpty()) {
            throw Problems.unavailable("Tokens cannot be verified just now");
        }
        return known;
    }

    private void fetch(boolean needed) {
        if (needed) {
            fetching.lock();
        } else if (!fetching.tryLock()) {
            return; // somebody is at it, and what we have will do
        }
        try {
            var now = clock.instant();
            if (now.isBefore(triedAt.plus(PAUSE))) {
                return;
            }
            triedAt = now;
            var body = client.get().uri(address).retrieve().body(String.class);
            keys = parse(body == null ? "" : body);
            fetchedAt = now;
        } catch (RestClientException | io.jsonwebtoken.JwtException | IllegalArgumentException failed) {
            log.atWarn().addKeyValue("cause", failed.getMessage()).log("Verification keys could not be read");
        } finally {
            fetching.unlock();
        }
    }

    private static Map<String, PublicKey> parse(String body) {
        var found = new HashMap<String, PublicKey>();
        for (var jwk : Jwks.setParser().build().parse(body).getKeys()) {
            if (jwk.toKey() instanceof PublicKey key) {
                found.put(jwk.getId(), key);
            }
        }
        return Map.copyOf(found);
    }
}
