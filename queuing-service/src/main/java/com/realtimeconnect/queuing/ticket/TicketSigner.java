package com.realtimeconnect.queuing.ticket;

import com.realtimeconnect.common.identity.UserId;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs tickets (HMAC-SHA-256, as a JWS) and reads them back; any node reads what any other signed. */
@Component
public class TicketSigner {

    private static final String AUDIENCE = "connect-queue-ticket";

    private final SecretKey key;
    private final JwtParser parser;
    private final Duration keepsPlace;
    private final Clock clock;

    TicketSigner(TicketProperties properties, Clock clock) {
        this.key = Keys.hmacShaKeyFor(properties.secret().bytes());
        this.parser = Jwts.parser().verifyWith(key).requireAudience(AUDIENCE).build();
        this.keepsPlace = properties.keepsPlace();
        this.clock = clock;
    }

    /** How long a ticket is good for the old place, after it was signed or after its owner left. */
    public Duration keepsPlace() {
        return keepsPlace;
    }

    /** Signs a ticket for a stay in a queue, good from now on. */
    public String sign(
            UUID ticketId,
            UserId user,
            String intent,
            Instant joinedAt,
            List<String> languages,
            int ageMin,
            int ageMax) {
        return Jwts.builder()
                .audience()
                .add(AUDIENCE)
                .and()
                .id(ticketId.toString())
                .subject(user.toString())
                .claim("intent", intent)
                .claim("joinedAt", joinedAt.toString())
                .claim("languages", String.join(" ", languages))
                .claim("ages", ageMin + "-" + ageMax)
                .claim("keptUntil", clock.instant().plus(keepsPlace).toString())
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    /** @throws InvalidTicketException if it was not signed here for this person; an old one is still read */
    public PlaceTicket read(String ticket, UserId owner) {
        try {
            var place = from(parser.parseSignedClaims(ticket).getPayload());
            if (!place.userId().equals(owner)) {
                throw new InvalidTicketException();
            }
            return place;
        } catch (JwtException | IllegalArgumentException | DateTimeParseException foreign) {
            throw new InvalidTicketException();
        }
    }

    private static PlaceTicket from(Claims claims) {
        var languages = text(claims, "languages");
        var ages = text(claims, "ages").split("-", 2);
        return new PlaceTicket(
                UUID.fromString(present(claims.getId())),
                UserId.of(present(claims.getSubject())),
                text(claims, "intent"),
                Instant.parse(text(claims, "joinedAt")),
                languages.isEmpty() ? List.of() : Arrays.asList(languages.split(" ")),
                Integer.parseInt(ages[0]),
                Integer.parseInt(ages[1]),
                Instant.parse(text(claims, "keptUntil")));
    }

    private static String text(Claims claims, String name) {
        return present(claims.get(name, String.class));
    }

    private static String present(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("A claim is missing");
        }
        return value;
    }
}
