package com.realtimeconnect.test;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Tokens that nobody may be let in with, on any door: each but for one thing a good token of {@link TestTokens}. Most are
 * signed with the right key, so that it is that one thing that must be noticed.
 */
public final class ForgedTokens {

    private static final KeyPair STRANGERS = Jwts.SIG.ES256.keyPair().build();

    private ForgedTokens() {}

    /** Each with what is wrong with it; for a parameterized test. */
    public static Stream<Arguments> all() {
        return Stream.concat(badSignatures(), badClaims());
    }

    private static Stream<Arguments> badSignatures() {
        var good = person();
        return Stream.of(
                forged("no signature at all", unsigned()),
                forged("an unknown key", TestTokens.sign(person(), "nobodys-key", STRANGERS)),
                forged(
                        "a stranger's key under our key's name",
                        TestTokens.sign(person(), TestTokens.keyId(), STRANGERS)),
                forged(
                        "no key id",
                        good.signWith(TestTokens.keys().getPrivate()).compact()),
                forged("a key id that is a path", TestTokens.sign(person(), "../../etc/passwd", STRANGERS)),
                forged("our public key as a shared secret", sharedSecret()),
                forged("another payload under a good signature", changedPayload()));
    }

    private static Stream<Arguments> badClaims() {
        return Stream.of(
                forged("another issuer", spoilt(token -> token.issuer("https://elsewhere.example"))),
                forged("no issuer", spoilt(token -> token.issuer(null))),
                forged(
                        "another audience",
                        spoilt(token -> token.audience()
                                .remove(TestTokens.AUDIENCE)
                                .add("elsewhere")
                                .and())),
                forged("a role that there is not", spoilt(token -> token.claim("role", "superuser"))),
                forged("no role", spoilt(token -> token.claim("role", null))),
                forged("a list of roles", spoilt(token -> token.claim("role", new String[] {"female", "admin"}))),
                forged("no login", spoilt(token -> token.claim("sid", null))),
                forged("nobody", spoilt(token -> token.subject(null))),
                forged("somebody without an id", spoilt(token -> token.subject("admin"))),
                forged("issued in a minute", spoilt(token -> token.issuedAt(in(Duration.ofMinutes(1))))),
                forged("never issued", spoilt(token -> token.issuedAt(null))),
                forged(
                        "not good before a minute from now",
                        spoilt(token -> token.notBefore(in(Duration.ofMinutes(1))))),
                forged("run out", spoilt(token -> token.expiration(in(Duration.ofSeconds(-5))))),
                forged("good for ever", spoilt(token -> token.expiration(null))));
    }

    private static Arguments forged(String name, String token) {
        return Arguments.argumentSet(name, token);
    }

    private static String spoilt(UnaryOperator<JwtBuilder> how) {
        return TestTokens.sign(how.apply(person()), TestTokens.keyId(), TestTokens.keys());
    }

    private static JwtBuilder person() {
        return TestTokens.addressed(Jwts.builder()
                .subject(UUID.randomUUID().toString())
                .claim("sid", UUID.randomUUID().toString())
                .claim("role", "female")
                .claim("ver", 0)
                .issuedAt(in(Duration.ZERO))
                .expiration(in(Duration.ofMinutes(10))));
    }

    private static String unsigned() {
        var header = encode("{\"alg\":\"none\",\"kid\":\"" + TestTokens.keyId() + "\"}");
        return header + "." + TestTokens.person(UUID.randomUUID(), "female").split("\\.", -1)[1] + ".";
    }

    private static String sharedSecret() {
        var secret = Keys.hmacShaKeyFor(TestTokens.keys().getPublic().getEncoded());
        return person().header()
                .keyId(TestTokens.keyId())
                .and()
                .signWith(secret, Jwts.SIG.HS256)
                .compact();
    }

    private static String changedPayload() {
        var parts = TestTokens.person(UUID.randomUUID(), "female").split("\\.", -1);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encode(payload.replace("female", "admin")) + "." + parts[2];
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Date in(Duration delay) {
        return Date.from(Instant.now().plus(delay));
    }
}
