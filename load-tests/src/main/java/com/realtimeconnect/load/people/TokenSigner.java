package com.realtimeconnect.load.people;

import io.jsonwebtoken.Jwts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/** Signs access tokens (JWT, ES256) with the key of the stack, since ten thousand logins would take bcrypt half an hour. */
final class TokenSigner {

    private static final String SUFFIX = ".pem";

    private final String keyId;
    private final PrivateKey key;
    private final Clock clock;
    private final Duration lifetime;

    private TokenSigner(String keyId, PrivateKey key, Clock clock, Duration lifetime) {
        this.keyId = keyId;
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
        var now = clock.instant();
        return Jwts.builder()
                .header()
                .keyId(keyId)
                .and()
                .issuer("https://connect.example")
                .audience()
                .add("connect")
                .and()
                .subject(person.toString())
                .id(UUID.randomUUID().toString())
                .claim("sid", UUID.randomUUID().toString())
                .claim("role", isWoman ? "female" : "male")
                .claim("ver", 1)
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(lifetime)))
                .signWith(key, Jwts.SIG.ES256)
                .compact();
    }
}
