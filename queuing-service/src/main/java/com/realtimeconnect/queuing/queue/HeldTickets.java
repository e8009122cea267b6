package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.matching.WaitingTicket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tickets of the people whose sockets this node holds: what it renews, and what it puts back if Redis loses it. */
@Component
class HeldTickets {

    private final Map<UserId, WaitingTicket> byOwner = new ConcurrentHashMap<>();

    /** @return another ticket of the same person that was held until now, or null */
    @Nullable
    WaitingTicket hold(WaitingTicket ticket) {
        var before = byOwner.put(ticket.userId(), ticket);
        return before == null || before.ticketId().equals(ticket.ticketId()) ? null : before;
    }

    /** @return whether it is held now: not if another of the same person is */
    boolean holdIfNoOther(WaitingTicket ticket) {
        var held = byOwner.merge(
                ticket.userId(), ticket, (before, now) -> before.ticketId().equals(now.ticketId()) ? now : before);
        return held.ticketId().equals(ticket.ticketId());
    }

    /** @return what was held, or null */
    @Nullable
    WaitingTicket forget(UserId owner) {
        return byOwner.remove(owner);
    }

    /** Forgets this ticket, but not another of the same person. */
    void forget(UserId owner, UUID ticketId) {
        byOwner.computeIfPresent(owner, (id, held) -> held.ticketId().equals(ticketId) ? null : held);
    }

    @Nullable
    WaitingTicket of(UserId owner) {
        return byOwner.get(owner);
    }

    Collection<WaitingTicket> all() {
        return List.copyOf(byOwner.values());
    }
}
