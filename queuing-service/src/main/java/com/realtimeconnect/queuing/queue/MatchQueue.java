package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.queuing.intent.Intents;
import com.realtimeconnect.queuing.matching.LeaveReason;
import com.realtimeconnect.queuing.matching.Side;
import com.realtimeconnect.queuing.matching.Standing;
import com.realtimeconnect.queuing.matching.WaitingRoom;
import com.realtimeconnect.queuing.presence.ClaimedTicket;
import com.realtimeconnect.queuing.presence.PresenceRegistry;
import com.realtimeconnect.queuing.ticket.TicketSigner;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People waiting for a match. Safe to use from any node; a person is in one queue at most. */
@Component
public class MatchQueue {

    private final Intents intents;
    private final JoinThrottle throttle;
    private final TicketSigner signer;
    private final Applicants applicants;
    private final QueueEntrance entrance;
    private final QueueExit exit;
    private final Claims claims;
    private final Bars bars;
    private final WaitingRoom room;
    private final TicketKeeper keeper;
    private final TicketHints hints;
    private final PresenceRegistry presence;
    private final Clock clock;

    MatchQueue(
            Intents intents,
            JoinThrottle throttle,
            TicketSigner signer,
            Applicants applicants,
            QueueEntrance entrance,
            QueueExit exit,
            Claims claims,
            Bars bars,
            WaitingRoom room,
            TicketKeeper keeper,
            TicketHints hints,
            PresenceRegistry presence,
            Clock clock) {
        this.intents = intents;
        this.throttle = throttle;
        this.signer = signer;
        this.applicants = applicants;
        this.entrance = entrance;
        this.exit = exit;
        this.claims = claims;
        this.bars = bars;
        this.room = room;
        this.keeper = keeper;
        this.hints = hints;
        this.presence = presence;
        this.clock = clock;
    }

    /** Joins, or refuses and changes nothing. Whoever is in this queue already keeps their ticket. */
    JoinedQueue join(AuthenticatedUser user, JoinQueue asked) {
        if (user.role() == Role.ADMIN) {
            throw Problems.forbidden("Admins do not queue");
        }
        var intent = intents.require(asked.intent());
        var place = asked.ticket() == null ? null : signer.read(asked.ticket(), user.id());
        throttle.count(user.id());
        var current = entrance.current(user.id(), intent);
        if (current != null) {
            return current;
        }
        var applicant = applicants.find(user.id());
        if (applicant.person().suspended()) {
            throw Problems.forbidden("Your account is suspended");
        }
        if (applicant.person().held()) {
            throw new HeldBackException();
        }
        if (applicant.person().mustVerifyEmail()) {
            throw new EmailUnverifiedException();
        }
        if (applicant.isInCall()) {
            throw new InCallException();
        }
        var joined = entrance.join(new Admission(applicant, Side.of(user.role()), intent, asked.wishes(), place));
        if (leftByBar(user.id())) {
            throw new HeldBackException();
        }
        return joined;
    }

    /** Whoever was held back while they joined was not found in the queue then, and leaves it now. */
    private boolean leftByBar(UserId user) {
        var barred = bars.contains(user);
        if (barred) {
            leave(user, LeaveReason.SUSPENDED);
        }
        return barred;
    }

    /** Leaves whatever queue this person is in, though Redis may have lost it: no node puts it back. */
    public void leave(UserId user, LeaveReason reason) {
        var claim = claimOf(user);
        var intent = claim == null ? null : intents.find(claim.intent());
        if (claim == null || intent == null) {
            hints.leave(user, reason, null);
        } else if (!exit.ended(user, claim, room.leave(intent, claim.ticketId(), reason))) {
            hints.leave(user, reason, claim.ticketId());
        }
    }

    private @Nullable ClaimedTicket claimOf(UserId user) {
        var claim = claims.find(user);
        var ticket = claim == null ? keeper.ticketOf(user) : null;
        return ticket == null ? claim : new ClaimedTicket(ticket.ticketId(), ticket.intent());
    }

    /** This person's place, or null if they are in no queue. */
    @Nullable
    QueuePlace placeOf(UserId user) {
        var claim = claims.find(user);
        var intent = claim == null ? null : intents.find(claim.intent());
        if (claim == null || intent == null) {
            return null;
        }
        return room.find(intent, claim.ticketId()) instanceof Standing.Waiting waiting
                ? QueuePlace.from(waiting, clock.instant())
                : null;
    }

    /**
     * Puts a person back whose match failed through no fault of theirs. Done once for a match, however often it is asked:
     * whoever has gone on since (queued again, called, left, disconnected) is left alone.
     */
    boolean restore(UserId user, String ticket) {
        var place = signer.read(ticket, user);
        var intent = intents.find(place.intent());
        if (intent == null || claims.find(user) != null || !presence.isConnected(user)) {
            return false;
        }
        var applicant = applicants.find(user);
        var person = applicant.person();
        if (applicant.isInCall() || person.suspended() || person.held()) {
            return false;
        }
        var wishes = new Wishes(place.languages(), place.ageMin(), place.ageMax());
        var admission = new Admission(applicant, Side.of(person.role()), intent, wishes, place);
        return entrance.restore(admission, place.joinedAt()) && !leftByBar(user);
    }

    /** From now on these two are not matched, though one waits already. For a block that was just made. */
    public void keepApart(UserId one, UserId other) {
        exclude(one, other);
        exclude(other, one);
    }

    private void exclude(UserId owner, UserId other) {
        var claim = claims.find(owner);
        var intent = claim == null ? null : intents.find(claim.intent());
        var ticket = claim == null || intent == null ? null : room.exclude(intent, claim.ticketId(), other);
        if (ticket != null) {
            keeper.hold(ticket);
        }
    }
}
