package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.queuing.intent.Intents;
import com.realtimeconnect.queuing.matching.Entry;
import com.realtimeconnect.queuing.matching.Standing;
import com.realtimeconnect.queuing.matching.WaitingRoom;
import com.realtimeconnect.queuing.matching.WaitingTicket;
import com.realtimeconnect.queuing.presence.ClaimedTicket;
import com.realtimeconnect.queuing.presence.PresenceRegistry;
import com.realtimeconnect.queuing.ticket.TicketSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The two steps of joining, claim and entry; see the package for what a crash between them leaves behind. */
@Component
class QueueEntrance {

    private static final Logger log = LoggerFactory.getLogger(QueueEntrance.class);
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Claims claims;
    private final WaitingRoom room;
    private final Intents intents;
    private final TicketSigner signer;
    private final TicketKeeper keeper;
    private final QueueExit exit;
    private final Farewells farewells;
    private final PresenceRegistry presence;
    private final UserRelay relay;
    private final QueueProperties properties;
    private final Clock clock;

    QueueEntrance(
            Claims claims,
            WaitingRoom room,
            Intents intents,
            TicketSigner signer,
            TicketKeeper keeper,
            QueueExit exit,
            Farewells farewells,
            PresenceRegistry presence,
            UserRelay relay,
            QueueProperties properties,
            Clock clock) {
        this.claims = claims;
        this.room = room;
        this.intents = intents;
        this.signer = signer;
        this.keeper = keeper;
        this.exit = exit;
        this.farewells = farewells;
        this.presence = presence;
        this.relay = relay;
        this.properties = properties;
        this.clock = clock;
    }

    /** The person's ticket in this queue, if they have one. @throws AlreadyQueuingException if they have one elsewhere */
    @Nullable
    JoinedQueue current(UserId user, Intent intent) {
        var claimed = claims.find(user);
        return claimed == null ? null : current(user, intent, claimed);
    }

    private @Nullable JoinedQueue current(UserId user, Intent intent, ClaimedTicket claimed) {
        if (!(standing(claimed) instanceof Standing.Waiting waiting)) {
            return null;
        }
        if (!claimed.intent().equals(intent.name())) {
            throw new AlreadyQueuingException(claimed.intent());
        }
        keeper.hold(waiting.ticket());
        return announce(user, JoinedQueue.from(waiting.ticket(), waiting.place(), waiting.estimatedWait()));
    }

    /** Joins a person who was in no queue a moment ago. Another join of theirs may be under way. */
    JoinedQueue join(Admission admission) {
        UUID dead = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var ticketId = Uuids.next();
            var claim =
                    claims.make(admission.user(), ticketId, admission.intent().name(), dead);
            var joined = claim instanceof Claim.Made made
                    ? joinWith(made, ticketId, admission)
                    : current(admission.user(), admission.intent(), ((Claim.Held) claim).claimed());
            if (joined != null) {
                return joined;
            }
            dead = claim instanceof Claim.Held held ? deadTicket(admission, held) : null;
        }
        throw Problems.unavailable("Another join of yours is still under way");
    }

    private @Nullable JoinedQueue joinWith(Claim.Made claim, UUID ticketId, Admission admission) {
        if (admission.isJustMatched(claim, properties.settle())) {
            claims.drop(admission.user(), ticketId);
            throw new InCallException();
        }
        return enter(claim, ticketId, admission, admission.joinedAt(claim, clock.instant(), room.longestWait()));
    }

    /** Gives the place back that a person left last. @return whether they have it now */
    boolean restore(Admission admission, Instant joinedAt) {
        var ticketId = Uuids.next();
        if (!(claims.make(admission.user(), ticketId, admission.intent().name(), null) instanceof Claim.Made claim)) {
            return false;
        }
        if (!admission.isLastPlace(claim, clock.instant())) {
            claims.drop(admission.user(), ticketId);
            return false;
        }
        return enter(claim, ticketId, admission, joinedAt) != null;
    }

    /** @return null if the window of the claim closed before the entry */
    private @Nullable JoinedQueue enter(Claim.Made claim, UUID ticketId, Admission admission, Instant joinedAt) {
        var ticket = admission.ticket(ticketId, joinedAt, signer);
        farewells.expect(ticketId);
        try {
            return enter(claim, ticket, admission.intent());
        } finally {
            farewells.begun(ticket.userId(), ticketId);
        }
    }

    private @Nullable JoinedQueue enter(Claim.Made claim, WaitingTicket ticket, Intent intent) {
        var user = ticket.userId();
        var connected = !claim.nodes().isEmpty() || presence.isConnectedHere(user);
        var entry = room.enter(intent, ticket, connected, claim.enterBefore());
        if (entry instanceof Entry.Late || entry instanceof Entry.Missing) {
            claims.drop(user, ticket.ticketId());
            return null;
        }
        log.atInfo().addKeyValue("userId", user).addKeyValue("intent", intent).log("Joined a queue");
        if (entry instanceof Entry.Matched matched) {
            var joined = announce(user, JoinedQueue.from(ticket, 1, Duration.ZERO));
            exit.matched(matched.pairing());
            return joined;
        }
        keeper.keep(ticket, claim.nodes());
        presence.changed(user);
        return announce(
                user,
                room.find(intent, ticket.ticketId()) instanceof Standing.Waiting waiting
                        ? JoinedQueue.from(ticket, waiting.place(), waiting.estimatedWait())
                        : JoinedQueue.from(ticket, 1, Duration.ZERO));
    }

    /** @return the ticket of this claim if it may be taken over, or null while it may still enter its queue */
    private @Nullable UUID deadTicket(Admission admission, Claim.Held held) {
        if (standing(held.claimed()) instanceof Standing.Gone gone && gone.end() != null) {
            exit.ended(admission.user(), held.claimed(), gone.end());
            return held.claimed().ticketId();
        }
        if (!held.isEntering()) {
            return held.claimed().ticketId();
        }
        if (!held.claimed().intent().equals(admission.intent().name())) {
            throw new AlreadyQueuingException(held.claimed().intent());
        }
        pause();
        return null;
    }

    private JoinedQueue announce(UserId user, JoinedQueue joined) {
        relay.send(user, Event.of("queue-joined", clock.instant(), joined));
        return joined;
    }

    private Standing standing(ClaimedTicket claimed) {
        var intent = intents.find(claimed.intent());
        return intent == null ? new Standing.Gone(null) : room.find(intent, claimed.ticketId());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The service is stopping", stopped);
        }
    }
}
