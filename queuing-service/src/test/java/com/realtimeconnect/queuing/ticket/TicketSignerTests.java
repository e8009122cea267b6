package com.realtimeconnect.queuing.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.secret.Secret;
import com.realtimeconnect.test.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketSignerTests {

    private final MutableClock clock = MutableClock.start();
    private final UserId owner = UserId.next();
    private final TicketSigner signer = signer("one-secret-of-at-least-32-characters", clock);

    @Test
    void anyNodeWithTheSecretReadsWhatAnotherSigned() {
        var id = UUID.randomUUID();
        var joinedAt = Instant.parse("2026-03-01T10:00:00.123Z");
        var ticket = signer.sign(id, owner, "dating", joinedAt, List.of("en", "de"), 20, 40);

        var other = signer("one-secret-of-at-least-32-characters", clock);
        assertThat(other.read(ticket, owner))
                .isEqualTo(new PlaceTicket(
                        id,
                        owner,
                        "dating",
                        joinedAt,
                        List.of("en", "de"),
                        20,
                        40,
                        clock.instant().plus(Duration.ofMinutes(10))));
    }

    @Test
    void anOldTicketIsStillReadAndSaysSo() {
        var ticket = ticket();
        clock.advance(Duration.ofMinutes(11));
        assertThat(signer.read(ticket, owner).expiresAt()).isBefore(clock.instant());
    }

    @Test
    void refusesEveryChangedLetter() {
        var ticket = ticket();
        for (int at = 0; at < ticket.length() - 1; at++) {
            var changed = ticket.substring(0, at) + (ticket.charAt(at) == 'A' ? 'B' : 'A') + ticket.substring(at + 1);
            assertThatThrownBy(() -> signer.read(changed, owner))
                    .as(changed)
                    .isInstanceOf(InvalidTicketException.class);
        }
    }

    @Test
    void refusesAnotherOwnerAndAnotherSecret() {
        var ticket = ticket();
        assertThatThrownBy(() -> signer.read(ticket, UserId.next())).isInstanceOf(InvalidTicketException.class);
        var other = signer("another-secret-of-at-least-32-letters", clock);
        assertThatThrownBy(() -> other.read(ticket, owner)).isInstanceOf(InvalidTicketException.class);
    }

    private String ticket() {
        return signer.sign(UUID.randomUUID(), owner, "dating", clock.instant(), List.of(), 18, 120);
    }

    private static TicketSigner signer(String secret, Clock clock) {
        return new TicketSigner(new TicketProperties(Secret.of(secret), Duration.ofMinutes(10)), clock);
    }
}
