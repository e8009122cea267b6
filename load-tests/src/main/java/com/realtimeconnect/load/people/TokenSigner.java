package com.realtimeconnect.load.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** Signs access tokens (JWT, ES256) with the key of the stack, since ten thousand logins would take bcrypt half an hour. */
final class TokenSigner {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String SUFFIX = ".pem";

    private final String header;
    private final PrivateKey key;
    private final Clock clock;
    private final Duration lifetime;

    private TokenSigner(String keyId, PrivateKey key, Clock clock, Duration lifetime) {
        this.header = encode("{\"alg\":\"ES256\",\"kid\":\"" + keyId + "\"}");
        this.key = key;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** With the newest key of the folder. */
    static TokenSigner in(Path keyFolder, Clock clock, Duration lifetime) {
        try (var files = Files.newDirectoryStream(keyFolder, "*" + SUFFIX)) {
            Path newest = null;
            for (var file : files) {
                newest = newest == null || file.compareTo(newest) > 0 ? file : newest;
            }
            if (newest == null) {
                throw new IllegalStateException("There is no signing key in " + keyFolder);
            }
            var name = String.valueOf(newest.getFileName());
            var keyId = name.substring(0, name.length() - SUFFIX.length());
            return new TokenSigner(keyId, read(newest), clock, lifetime);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PrivateKey read(Path file) throws IOException {
        var text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text));
            return KeyFactory.getInstance("EC").generatePrivate(encoded);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(file + " is no signing key", unusable);
        }
    }

    String sign(UUID person, boolean isWoman) {
        var now = clock.instant().getEpochSecond();
        var claims = "{\"iss\":\"https://connect.example\",\"aud\":[\"connect\"],\"sub\":\"" + person + "\",\"sid\":\""
                + UUID.randomUUID() + "\",\"jti\":\"" + UUID.randomUUID() + "\",\"role\":\""
                + (isWoman ? "female" : "male") + "\",\"ver\":1,\"iat\":" + now + ",\"exp\":"
                + (now + lifetime.toSeconds()) + "}";
        var signed = header + "." + encode(claims);
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
