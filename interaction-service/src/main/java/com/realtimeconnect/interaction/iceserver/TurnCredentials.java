package com.realtimeconnect.interaction.iceserver;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Credentials as TURN servers check them without asking anybody (the "TURN REST API"): the user name is the time at which
 * they end and whom they are for, the password its HMAC with the shared secret. SHA-1 is what those servers compute.
 */
final class TurnCredentials {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String ALGORITHM = "HmacSHA1";

    private final Clock clock;

    TurnCredentials(Clock clock) {
        this.clock = clock;
    }

    IceServer issue(List<String> urls, Secret secret, InteractionId interaction) {
        var username = clock.instant().plus(LIFETIME).getEpochSecond() + ":" + interaction;
        return new IceServer(urls, username, sign(secret, username));
    }

    private static String sign(Secret secret, String username) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
