package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.intent.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lines of every intent. Each step is one script, safe from any node; doing one twice does no harm. It knows tickets
 * only: that a person has one at a time is for {@code MatchQueue} to see to.
 */
@Component
public class WaitingRoom {

    private static final int RENEWED_AT_ONCE = 200;

    private final JoinQueueScript joinQueue;
    private final SuspendTicketScript suspendTicket;
    private final LeaveQueueScript leaveQueue;
    private final FindTicketScript findTicket;
    private final RenewTicketsScript renewTickets;
    private final ExcludeUserScript excludeUser;
    private final MatchSweep sweep;
    private final MatchingProperties properties;

    WaitingRoom(
            JoinQueueScript joinQueue,
            SuspendTicketScript suspendTicket,
            LeaveQueueScript leaveQueue,
            FindTicketScript findTicket,
            RenewTicketsScript renewTickets,
            ExcludeUserScript excludeUser,
            MatchSweep sweep,
            MatchingProperties properties) {
        this.joinQueue = joinQueue;
        this.suspendTicket = suspendTicket;
        this.leaveQueue = leaveQueue;
        this.findTicket = findTicket;
        this.renewTickets = renewTickets;
        this.excludeUser = excludeUser;
        this.sweep = sweep;
        this.properties = properties;
    }

    /** How long one may wait; then the sweep sends one away. */
    public Duration longestWait() {
        return properties.longestWait();
    }

    /**
     * Brings a ticket into line, or pairs it at once.
     *
     * @param connected whether its owner has a socket; without one it is set aside
     * @param enterBefore a ticket that is not there yet may enter before this time only
     */
    public Entry enter(Intent intent, WaitingTicket ticket, boolean connected, Instant enterBefore) {
        return joinQueue.run(QueueSlot.of(intent), ticket.ticketId(), ticket, connected, enterBefore);
    }

    /** Brings a ticket back whose owner is connected again. */
    public Entry resume(Intent intent, UUID ticketId) {
        return joinQueue.run(QueueSlot.of(intent), ticketId, null, true, Instant.EPOCH);
    }

    /** Sets a ticket aside whose owner is not connected any more; it leaves by itself after the grace. */
    public void suspend(Intent intent, UUID ticketId) {
        suspendTicket.run(QueueSlot.of(intent), ticketId);
    }

    /** Ends a ticket. @return how it really ended, if something else came first */
    public TicketEnd leave(Intent intent, UUID ticketId, LeaveReason reason) {
        return leaveQueue.run(QueueSlot.of(intent), ticketId, reason);
    }

    public Standing find(Intent intent, UUID ticketId) {
        return findTicket.run(QueueSlot.of(intent), ticketId);
    }

    /** Says that the owners of these tickets are connected here. */
    public List<Renewal> renew(Intent intent, List<WaitingTicket> tickets) {
        var renewals = new ArrayList<Renewal>();
        for (int from = 0; from < tickets.size(); from += RENEWED_AT_ONCE) {
            var batch = tickets.subList(from, Math.min(tickets.size(), from + RENEWED_AT_ONCE));
            renewals.addAll(renewTickets.run(QueueSlot.of(intent), batch));
        }
        return renewals;
    }

    /** Keeps a waiting ticket from this person from now on. @return the ticket as it is now, or null if it is gone */
    public @Nullable WaitingTicket exclude(Intent intent, UUID ticketId, UserId other) {
        return excludeUser.run(QueueSlot.of(intent), ticketId, other);
    }

    /** Clears up and searches again, if no node did so a moment ago. */
    public Swept sweep(Intent intent) {
        return sweep.run(intent);
    }

    /** What one sweep changed. */
    public record Swept(List<Departure> departures, List<Pairing> pairings) {}
}
