package com.realtimeconnect.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.test.MutableClock;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class JwtVerifierTests {

    private static final KeyPair OURS = Jwts.SIG.ES256.keyPair().build();
    private static final KeyPair NEXT = Jwts.SIG.ES256.keyPair().build();

    private final MutableClock clock = MutableClock.start();
    private final Map<String, PublicKey> published = new ConcurrentHashMap<>(Map.of("one", OURS.getPublic()));
    private final JwtVerifier verifier = new JwtVerifier(published::get, "issuer", "audience", clock);
    private final UUID user = UUID.randomUUID();
    private final UUID login = UUID.randomUUID();

    @Test
    void tellsWhoAPersonIs() {
        var person = verifier.verify(sign(good(), "one", OURS)).requirePerson();

        assertThat(person.id().value()).isEqualTo(user);
        assertThat(person.loginId()).isEqualTo(login);
        assertThat(person.role()).isEqualTo(Role.FEMALE);
        assertThat(person.tokenExpiresAt()).isEqualTo(clock.instant().plusSeconds(600));
    }

    @Test
    void keepsServicesApartFromPeople() {
        var token = sign(good().subject("queuing").claim("scope", "service"), "one", OURS);

        var verified = verifier.verify(token);

        assertThat(verified.person()).isNull();
        assertThat(verified.service()).isNotNull();
        assertThatThrownBy(verified::requirePerson).isInstanceOf(ProblemException.class);
    }

    @Test
    void acceptsBothKeysWhileTheyAreRotated() {
        published.put("two", NEXT.getPublic());

        assertThat(verifier.verify(sign(good(), "one", OURS)).person()).isNotNull();
        assertThat(verifier.verify(sign(good(), "two", NEXT)).person()).isNotNull();

        published.remove("one");
        assertRefused(sign(good(), "one", OURS));
    }

    @Test
    void refusesAnotherKeyUnderOurName() {
        assertRefused(sign(good(), "one", NEXT));
    }

    @Test
    void refusesAnUnknownKeyAndNoKeyAtAll() {
        assertRefused(sign(good(), "three", OURS));
        assertRefused(good().signWith(OURS.getPrivate(), Jwts.SIG.ES256).compact());
    }

    @Test
    void refusesTheAlgorithmNone() {
        var header = encode("{\"alg\":\"none\",\"kid\":\"one\"}");
        var payload = sign(good(), "one", OURS).split("\\.", -1)[1];

        assertRefused(header + "." + payload + ".");
    }

    @Test
    void refusesASharedSecretMadeOfThePublicKey() {
        var secret = Keys.hmacShaKeyFor(OURS.getPublic().getEncoded());

        assertRefused(good().header()
                .keyId("one")
                .and()
                .signWith(secret, Jwts.SIG.HS256)
                .compact());
    }

    @Test
    void refusesAnotherCurve() {
        var pair = Jwts.SIG.ES384.keyPair().build();
        published.put("p384", pair.getPublic());

        assertRefused(good().header()
                .keyId("p384")
                .and()
                .signWith(pair.getPrivate(), Jwts.SIG.ES384)
                .compact());
    }

    @Test
    void refusesAChangedPayload() {
        var parts = sign(good(), "one", OURS).split("\\.", -1);
        var changed =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("female", "admin");

        assertRefused(parts[0] + "." + encode(changed) + "." + parts[2]);
    }

    @Test
    void refusesOtherIssuersAndAudiences() {
        assertRefused(sign(good().issuer("somebody"), "one", OURS));
        assertRefused(sign(good().audience().remove("audience").add("another").and(), "one", OURS));
    }

    @Test
    void refusesATokenAfterItsEnd() {
        var token = sign(good(), "one", OURS);

        clock.advance(Duration.ofMinutes(10).plusSeconds(3));

        assertRefused(token);
    }

    @Test
    void whatItRemembersHangsOnTimeAndKey() {
        var token = sign(good(), "one", OURS);
        assertThat(verifier.verify(token)).isSameAs(verifier.verify(token));

        published.remove("one");
        assertRefused(token);
        published.put("one", NEXT.getPublic());
        assertRefused(token);
        published.put("one", OURS.getPublic());
        assertThat(verifier.verify(token).person()).isNotNull();

        clock.advance(Duration.ofMinutes(10).plusSeconds(3));
        assertRefused(token);
    }

    @Test
    void remembersNothingOfATokenThatIsLikeAGoodOne() {
        var token = sign(good(), "one", OURS);
        verifier.verify(token);
        var end = token.length() - 10;

        assertRefused(token.substring(0, end) + (token.charAt(end) == 'A' ? 'B' : 'A') + token.substring(end + 1));
        assertRefused(token + "A");
        assertRefused(" " + token);
    }

    @Test
    void refusesATokenFromTheFuture() {
        assertRefused(sign(good().issuedAt(Date.from(clock.instant().plusSeconds(3))), "one", OURS));
        assertRefused(sign(good().issuedAt(null), "one", OURS));
        assertThat(verifier.verify(
                                sign(good().issuedAt(Date.from(clock.instant().plusSeconds(2))), "one", OURS))
                        .person())
                .isNotNull();
    }

    @Test
    void refusesClaimsThatAreMissingOrOdd() {
        assertRefused(sign(good().subject("not a uuid"), "one", OURS));
        assertRefused(sign(good().claim("role", "queen"), "one", OURS));
        assertRefused(sign(good().claim("role", null), "one", OURS));
        assertRefused(sign(good().claim("sid", null), "one", OURS));
        assertRefused(sign(good().claim("sid", 7), "one", OURS));
        assertRefused(sign(good().expiration(null), "one", OURS));
    }

    @Test
    void refusesATokenOfAnyLengthQuickly() {
        assertRefused("a".repeat(1_000_000));
        assertRefused("");
    }

    private JwtBuilder good() {
        return Jwts.builder()
                .issuer("issuer")
                .audience()
                .add("audience")
                .and()
                .subject(user.toString())
                .claim("sid", login.toString())
                .claim("role", "female")
                .issuedAt(Date.from(clock.instant()))
                .expiration(Date.from(clock.instant().plusSeconds(600)));
    }

    private static String sign(JwtBuilder token, String keyId, KeyPair keys) {
        return token.header()
                .keyId(keyId)
                .and()
                .signWith(keys.getPrivate(), Jwts.SIG.ES256)
                .compact();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type().status()).isEqualTo(401));
    }
}
