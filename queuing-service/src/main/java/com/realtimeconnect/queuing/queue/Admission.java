package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.queuing.matching.Side;
import com.realtimeconnect.queuing.matching.WaitingTicket;
import com.realtimeconnect.queuing.queue.Claim.LastPlace;
import com.realtimeconnect.queuing.ticket.PlaceTicket;
import com.realtimeconnect.queuing.ticket.TicketSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's request to enter one queue, and what it is good for. */
record Admission(
        Applicant applicant,
        Side side,
        Intent intent,
        Wishes wishes,
        @Nullable PlaceTicket place) {

    UserId user() {
        return applicant.person().userId();
    }

    /** Between a match and the moment interaction-service knows of it, only the place that was left tells of it. */
    boolean isJustMatched(Claim.Made claim, Duration settle) {
        var last = claim.lastPlace();
        return last != null
                && last.matched()
                && last.leftAt().plus(settle).isAfter(claim.now())
                && (last.peer() == null || !applicant.isDoneWith(last.peer()));
    }

    /** Whether the place shown is the one this person left last, so that giving it back does nobody wrong. */
    boolean isLastPlace(Claim.Made claim, Instant now) {
        if (place == null) {
            return false;
        }
        var last = claim.lastPlace();
        return last == null ? place.expiresAt().isAfter(now) : isOf(last, place);
    }

    /**
     * The old place if the ticket shown is good for it, else a fresh one. A place that led to a call is used up.
     *
     * @param longestWait after which one would be sent away from the old place at once
     */
    Instant joinedAt(Claim.Made claim, Instant now, Duration longestWait) {
        if (place == null
                || !place.intent().equals(intent.name())
                || place.joinedAt().isAfter(claim.now())
                || !place.joinedAt().plus(longestWait).isAfter(claim.now())) {
            return claim.now();
        }
        var last = claim.lastPlace();
        if (last != null && isOf(last, place)) {
            var usedUp = last.peer() != null && applicant.hasTalkedTo(last.peer());
            return usedUp ? claim.now() : place.joinedAt();
        }
        return place.expiresAt().isAfter(now) ? place.joinedAt() : claim.now();
    }

    private static boolean isOf(LastPlace last, PlaceTicket place) {
        return last.ticketId().equals(place.ticketId());
    }

    WaitingTicket ticket(UUID ticketId, Instant joinedAt, TicketSigner signer) {
        var person = applicant.person();
        var speaks = new ArrayList<>(Wishes.plain(person.languages()));
        speaks.addAll(wishes.languages());
        var signed = signer.sign(
                ticketId, user(), intent.name(), joinedAt, wishes.languages(), wishes.ageMin(), wishes.ageMax());
        return new WaitingTicket(
                ticketId,
                user(),
                intent.name(),
                side,
                joinedAt,
                joinedAt.toEpochMilli(),
                person.age(),
                wishes.ageMin(),
                wishes.ageMax(),
                WaitingTicket.words(wishes.languages()),
                WaitingTicket.words(speaks),
                applicant.excluded(),
                signed);
    }
}
