package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.queuing.matching.Entry;
import com.realtimeconnect.queuing.matching.WaitingRoom;
import com.realtimeconnect.queuing.matching.WaitingTicket;
import com.realtimeconnect.queuing.presence.PresenceRegistry;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts back tickets that Redis lost, at their old place, unless their owner has gone on in the meantime. When Redis loses
 * one it has lost them all, so they are many at a time, and must not hold up the renewal of those already back.
 */
@Component
class LostTickets {

    private static final Logger log = LoggerFactory.getLogger(LostTickets.class);
    private static final int AT_ONCE = 16;

    private final Claims claims;
    private final WaitingRoom room;
    private final Applicants applicants;
    private final PresenceRegistry presence;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    LostTickets(Claims claims, WaitingRoom room, Applicants applicants, PresenceRegistry presence) {
        this.claims = claims;
        this.room = room;
        this.applicants = applicants;
        this.presence = presence;
    }

    /**
     * Returns at once.
     *
     * @param next is told what came of it: {@link Entry.Missing} if the ticket is not put back
     */
    void putBack(Intent intent, WaitingTicket ticket, Consumer<Entry> next) {
        if (underWay.add(ticket.ticketId())) {
            Thread.ofVirtual().name("lost-ticket").start(() -> {
                turns.acquireUninterruptibly();
                try {
                    next.accept(putBack(intent, ticket));
                } catch (ProblemException unavailable) {
                    log.warn("A lost ticket is put back at the next renewal: {}", unavailable.detail());
                } finally {
                    turns.release();
                    underWay.remove(ticket.ticketId());
                }
            });
        }
    }

    private Entry putBack(Intent intent, WaitingTicket ticket) {
        // Lost with everything else, and a claim without presence is short-lived.
        presence.renew(ticket.userId());
        if (isInCall(ticket.userId())) {
            return new Entry.Missing();
        }
        var claim = claims.make(ticket.userId(), ticket.ticketId(), intent.name(), ticket.ticketId());
        if (claim instanceof Claim.Made made) {
            log.atInfo().addKeyValue("userId", ticket.userId()).log("Putting back a ticket that Redis lost");
            return room.enter(intent, ticket, true, made.enterBefore());
        }
        return new Entry.Missing();
    }

    /** With Redis the memory of the last match is gone too; interaction-service knows. If it does not answer, people come first. */
    private boolean isInCall(UserId user) {
        try {
            return applicants.isInCall(user);
        } catch (ProblemException unavailable) {
            return false;
        }
    }
}
