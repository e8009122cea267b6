package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.realtime.LocalSessions;
import com.realtimeconnect.common.stomp.Event;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Tells the sockets of this node that a ticket has ended, once, though it may learn of it in several ways. */
@Component
class Farewells {

    private static final int REMEMBERED = 20_000;
    private static final Optional<LeftQueue> NOTHING_YET = Optional.empty();

    private final LocalSessions sessions;
    private final HeldTickets held;
    private final Clock clock;
    private final Map<UUID, Optional<LeftQueue>> heldBack = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Farewells(LocalSessions sessions, HeldTickets held, Clock clock) {
        this.sessions = sessions;
        this.held = held;
        this.clock = clock;
    }

    /** Holds back the end of a ticket whose beginning is still to be told, until {@link #begun}. */
    void expect(UUID ticketId) {
        heldBack.put(ticketId, NOTHING_YET);
    }

    /** The person was told that they queue; now they may be told that they do not any more. */
    void begun(UserId user, UUID ticketId) {
        var end = heldBack.remove(ticketId);
        if (end != null) {
            end.ifPresent(left -> say(user, left));
        }
    }

    void say(UserId user, LeftQueue left) {
        var isBegun = heldBack.computeIfPresent(left.ticketId(), (id, none) -> Optional.of(left)) == null;
        var here = sessions.of(user);
        var isNews = isBegun && !here.isEmpty() && isNews(left.ticketId());
        held.forget(user, left.ticketId());
        if (isNews) {
            var event = Event.of("queue-left", clock.instant(), left);
            here.forEach(session -> session.send(event));
        }
    }

    /** Whether somebody here was told that this ticket has ended: then it must not come back. */
    boolean isSaid(UUID ticketId) {
        synchronized (told) {
            return told.containsKey(ticketId);
        }
    }

    private boolean isNews(UUID ticketId) {
        synchronized (told) {
            return told.put(ticketId, true) == null;
        }
    }
}
