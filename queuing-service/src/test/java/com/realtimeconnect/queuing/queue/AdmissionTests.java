package com.realtimeconnect.queuing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.event.interaction.MatchExclusions;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.queuing.matching.Side;
import com.realtimeconnect.queuing.queue.Claim.LastPlace;
import com.realtimeconnect.queuing.ticket.PlaceTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which place a ticket is good for, and who was matched too short a time ago. */
class AdmissionTests {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant JOINED = NOW.minusSeconds(300);
    private static final Intent DATING = new Intent("dating", "Dating");
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final UserId peer = UserId.next();
    private final UUID ticketId = UUID.randomUUID();

    @Test
    void withoutATicketThePlaceIsFresh() {
        assertThat(admission(null).joinedAt(claim(null), NOW, LONGEST)).isEqualTo(NOW);
    }

    @Test
    void aTicketRestoresThePlaceUntilItExpires() {
        assertThat(admission(ticket("dating", NOW.plusSeconds(1))).joinedAt(claim(null), NOW, LONGEST))
                .isEqualTo(JOINED);
        assertThat(admission(ticket("dating", NOW)).joinedAt(claim(null), NOW, LONGEST))
                .isEqualTo(NOW);
    }

    @Test
    void whoWaitedLongerThanTheTicketLivesKeepsThePlaceTheyLeftLast() {
        var expired = ticket("dating", NOW.minusSeconds(60));
        assertThat(admission(expired).joinedAt(claim(left(ticketId, false)), NOW, LONGEST))
                .isEqualTo(JOINED);
        assertThat(admission(expired).joinedAt(claim(left(UUID.randomUUID(), false)), NOW, LONGEST))
                .isEqualTo(NOW);
    }

    @Test
    void aTicketOfAnotherQueueOrOfTheFutureIsNoUse() {
        assertThat(admission(ticket("casual", NOW.plusSeconds(60))).joinedAt(claim(null), NOW, LONGEST))
                .isEqualTo(NOW);
        var early = new Claim.Made(JOINED.minusSeconds(1), NOW, null, List.of());
        assertThat(admission(ticket("dating", NOW.plusSeconds(60))).joinedAt(early, NOW, LONGEST))
                .isEqualTo(early.now());
    }

    @Test
    void aPlaceThatLedToACallIsUsedUp() {
        var talked = new MatchExclusions(UserId.next(), null, Set.of(peer), Set.of(peer), Set.of());
        assertThat(admission(ticket("dating", NOW.plusSeconds(60)), talked)
                        .joinedAt(claim(left(ticketId, true)), NOW, LONGEST))
                .isEqualTo(NOW);
    }

    @Test
    void aPlaceThatLedToAnAttemptOnlyIsNot() {
        var met = new MatchExclusions(UserId.next(), null, Set.of(peer), Set.of(), Set.of());
        assertThat(admission(ticket("dating", NOW.plusSeconds(60)), met)
                        .joinedAt(claim(left(ticketId, true)), NOW, LONGEST))
                .isEqualTo(JOINED);
    }

    @Test
    void aPlaceThatIsOlderThanAnybodyMayWaitIsNotGivenBackToBeLostAtOnce() {
        var waited = Duration.between(JOINED, NOW);
        assertThat(admission(ticket("dating", NOW.plusSeconds(60))).joinedAt(claim(left(ticketId, false)), NOW, waited))
                .isEqualTo(NOW);
        assertThat(admission(ticket("dating", NOW.plusSeconds(60)))
                        .joinedAt(claim(left(ticketId, false)), NOW, waited.plusSeconds(1)))
                .isEqualTo(JOINED);
    }

    @Test
    void aMatchOfAMomentAgoKeepsOneOutUntilItIsOver() {
        var justMatched = claim(new LastPlace(ticketId, true, peer, NOW.minusSeconds(4)));
        assertThat(admission(null).isJustMatched(justMatched, SETTLE)).isTrue();
        assertThat(admission(null, new MatchExclusions(UserId.next(), null, Set.of(), Set.of(), Set.of(peer)))
                        .isJustMatched(justMatched, SETTLE))
                .isFalse();
        var before = claim(new LastPlace(ticketId, true, peer, NOW.minusSeconds(5)));
        assertThat(admission(null).isJustMatched(before, SETTLE)).isFalse();
        assertThat(admission(null).isJustMatched(claim(left(ticketId, false)), SETTLE))
                .isFalse();
        assertThat(admission(null).isJustMatched(claim(null), SETTLE)).isFalse();
    }

    @Test
    void aPlaceIsGivenBackOnceOnly() {
        var ticket = ticket("dating", NOW.plusSeconds(60));
        assertThat(admission(ticket).isLastPlace(claim(left(ticketId, true)), NOW))
                .isTrue();
        assertThat(admission(ticket).isLastPlace(claim(left(UUID.randomUUID(), true)), NOW))
                .isFalse();
        assertThat(admission(ticket).isLastPlace(claim(null), NOW)).isTrue();
        assertThat(admission(ticket("dating", NOW)).isLastPlace(claim(null), NOW))
                .isFalse();
    }

    private LastPlace left(UUID id, boolean matched) {
        return new LastPlace(id, matched, matched ? peer : null, NOW.minusSeconds(4));
    }

    private static Claim.Made claim(@Nullable LastPlace last) {
        return new Claim.Made(NOW, NOW.plusSeconds(5), last, List.of());
    }

    private PlaceTicket ticket(String intent, Instant expiresAt) {
        return new PlaceTicket(ticketId, UserId.next(), intent, JOINED, List.of(), 18, 120, expiresAt);
    }

    private static Admission admission(@Nullable PlaceTicket place) {
        return admission(place, new MatchExclusions(UserId.next(), null, Set.of(), Set.of(), Set.of()));
    }

    private static Admission admission(@Nullable PlaceTicket place, MatchExclusions exclusions) {
        var person = new Person(
                UserId.next(),
                "Ida",
                30,
                Role.FEMALE,
                "",
                List.of(),
                List.of(),
                List.of(),
                false,
                Set.of(),
                false,
                false,
                false);
        return new Admission(
                new Applicant(person, exclusions), Side.WOMEN, DATING, new Wishes(List.of(), 18, 120), place);
    }
}
