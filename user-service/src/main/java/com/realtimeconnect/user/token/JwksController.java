package com.realtimeconnect.user.token;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the keys that tokens can be verified with (RFC 7517). */
@RestController
@Tag(name = "Tokens")
class JwksController {

    /** Well under the time that a new key is published before it signs. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final int COORDINATE_BYTES = 32;

    private final SigningKeys keys;

    JwksController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    @Operation(summary = "The keys that verify our tokens; more than one while they rotate")
    ResponseEntity<KeySet> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(new KeySet(keys.published().stream().map(Key::from).toList()));
    }

    /** A JWK set. */
    record KeySet(List<Key> keys) {}

    /** A JWK on P-256. */
    record Key(String kty, String crv, String use, String alg, String kid, String x, String y) {

        static Key from(PublishedKey key) {
            var point = key.publicKey().getW();
            return new Key(
                    "EC",
                    "P-256",
                    "sig",
                    "ES256",
                    key.id(),
                    coordinate(point.getAffineX()),
                    coordinate(point.getAffineY()));
        }

        /** Always 32 bytes (RFC 7518, section 6.2.1.2), though a number may need fewer, or one more for its sign. */
        private static String coordinate(BigInteger number) {
            var bytes = number.toByteArray();
            var fixed = new byte[COORDINATE_BYTES];
            var kept = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - COORDINATE_BYTES), bytes.length);
            System.arraycopy(kept, 0, fixed, COORDINATE_BYTES - kept.length, kept.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
        }
    }
}
