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

    void hold(WaitingTicket ticket) {
        byOwner.put(ticket.userId(), ticket);
    }

    void forget(UserId owner) {
        byOwner.remove(owner);
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
