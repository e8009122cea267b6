package com.realtimeconnect.user.token;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.security.RevocationList;
import com.realtimeconnect.common.security.SecurityProperties;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs short-lived tokens (JWT, ES256) for people and for our services. */
@Component
public class TokenIssuer {

    private final SigningKeys keys;
    private final TokenProperties properties;
    private final SecurityProperties audience;
    private final RevocationList revocations;
    private final Clock clock;

    TokenIssuer(
            SigningKeys keys,
            TokenProperties properties,
            SecurityProperties audience,
            RevocationList revocations,
            Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.audience = audience;
        this.revocations = revocations;
        this.clock = clock;
    }

    /**
     * An access token of a person within one login. Takes up to a second for somebody whose older tokens were ended in this
     * very second, as those of somebody are who is suspended and let in again: a token tells its age in whole seconds.
     */
    public IssuedToken forPerson(UserId person, Role role, UUID loginId, int version) {
        var second = thisSecond();
        if (revocations.isRevoked(new AuthenticatedUser(person, role, loginId, second, second))) {
            second = awaitNext(second);
        }
        return sign(
                second,
                Jwts.builder()
                        .subject(person.toString())
                        .claim("sid", loginId.toString())
                        .claim("role", role.wireName())
                        .claim("ver", version));
    }

    /** A token of one of our services. */
    public IssuedToken forService(String clientId) {
        return sign(thisSecond(), Jwts.builder().subject(clientId).claim("scope", "service"));
    }

    /** How long every token lives: what ends earlier must be remembered as revoked for so long. */
    public Duration lifetime() {
        return properties.lifetime();
    }

    private Instant thisSecond() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant awaitNext(Instant second) {
        var next = second.plusSeconds(1);
        try {
            Thread.sleep(Duration.between(clock.instant(), next));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return next;
    }

    private IssuedToken sign(Instant now, JwtBuilder claims) {
        var end = now.plus(properties.lifetime());
        var key = keys.signing();
        var token = claims.header()
                .keyId(key.id())
                .and()
                .issuer(audience.issuer())
                .audience()
                .add(audience.audience())
                .and()
                .id(Uuids.next().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(end))
                .signWith(key.privateKey(), Jwts.SIG.ES256)
                .compact();
        return new IssuedToken(token, end);
    }
}
