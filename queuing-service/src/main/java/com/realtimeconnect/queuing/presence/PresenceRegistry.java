package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.realtime.LocalSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps and tells who is here. */
@Component
public class PresenceRegistry {

    /** Who is suspended is gone at once. */
    private static final int CLOSED_AS_SUSPENDED = 4502;

    private final String node = Uuids.next().toString();
    private final TrackPresenceScript trackPresence;
    private final UntrackPresenceScript untrackPresence;
    private final ReadPresenceScript readPresence;
    private final PresenceHints hints;
    private final LocalSessions sessions;
    private final UserLocks locks = new UserLocks();
    private final ApplicationEventPublisher events;
    private final Map<UserId, Instant> hiddenUntil = new ConcurrentHashMap<>();
    private final PresenceProperties properties;
    private final Clock clock;

    PresenceRegistry(
            TrackPresenceScript trackPresence,
            UntrackPresenceScript untrackPresence,
            ReadPresenceScript readPresence,
            PresenceHints hints,
            LocalSessions sessions,
            ApplicationEventPublisher events,
            PresenceProperties properties,
            Clock clock) {
        this.trackPresence = trackPresence;
        this.untrackPresence = untrackPresence;
        this.readPresence = readPresence;
        this.hints = hints;
        this.sessions = sessions;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** Names this node among those that hold a person's sockets. */
    public String node() {
        return node;
    }

    public PresenceStatus statusOf(UserId user) {
        return readPresence.run(new UserSlot(user)).status();
    }

    /** Whether any node holds an open socket of this person. */
    public boolean isConnected(UserId user) {
        return isConnectedHere(user) || readPresence.run(new UserSlot(user)).connected();
    }

    /** Whether this node does. */
    public boolean isConnectedHere(UserId user) {
        return !sessions.of(user).isEmpty();
    }

    /** Lets everyone who watches this person look again. */
    public void changed(UserId user) {
        hints.publishChanged(user);
    }

    /** Lets nobody who watches one of these two as the other see them any more, on any node. */
    public void hide(UserId one, UserId other) {
        hints.publishHidden(one, other);
    }

    /** Renews this node's word for a person, if it still holds a socket, and looks for a ticket of theirs made elsewhere. */
    public void renew(UserId user) {
        locks.run(user, () -> {
            if (isConnectedHere(user)) {
                events.publishEvent(new UserTracked(user, trackPresence.run(new UserSlot(user), node)));
            }
        });
    }

    void opened(UserId user) {
        hiddenUntil.remove(user);
        renew(user);
        changed(user);
    }

    void closed(UserId user, int closeCode) {
        locks.run(user, () -> {
            if (isConnectedHere(user)) {
                return;
            }
            var hidden = closeCode == CLOSED_AS_SUSPENDED ? Duration.ZERO : properties.hiddenDrop();
            var remainder = untrack(user, closeCode, hidden);
            events.publishEvent(new UserGone(user, remainder.others(), closeCode, remainder.claim()));
            if (remainder.others().isEmpty() && hidden.isZero()) {
                changed(user);
            } else if (remainder.others().isEmpty()) {
                hiddenUntil.put(user, clock.instant().plus(hidden));
            }
        });
    }

    /** If Redis cannot be told, what is not renewed here from now on ends by itself. */
    private UntrackPresenceScript.Remainder untrack(UserId user, int closeCode, Duration hidden) {
        try {
            return untrackPresence.run(new UserSlot(user), node, hidden);
        } catch (ProblemException unreachable) {
            events.publishEvent(new UserGone(user, List.of(), closeCode, null));
            throw unreachable;
        }
    }

    /** Lets everyone see the drops that were hidden long enough. */
    void showDrops() {
        var now = clock.instant();
        hiddenUntil.forEach((user, until) -> {
            if (now.isAfter(until) && hiddenUntil.remove(user, until)) {
                changed(user);
            }
        });
    }
}
