package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.realtime.SessionClosed;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.common.stomp.StompSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which socket of this node watches whom, and what it was told last. Everyone sees their own connections only. */
@Component
class PresenceWatch {

    private static final Logger log = LoggerFactory.getLogger(PresenceWatch.class);

    private final Map<String, Watcher> watchers = new ConcurrentHashMap<>();
    private final Map<UserId, Set<Watcher>> watched = new ConcurrentHashMap<>();
    private final ReadPresenceScript readPresence;
    private final ConnectionPeers peers;
    private final UserLocks locks = new UserLocks();
    private final PresenceProperties properties;
    private final Clock clock;

    PresenceWatch(ReadPresenceScript readPresence, ConnectionPeers peers, PresenceProperties properties, Clock clock) {
        this.readPresence = readPresence;
        this.peers = peers;
        this.properties = properties;
        this.clock = clock;
    }

    /** How these people are now, without those who are no connection of the one who asks. */
    List<Presence> look(UserId viewer, Collection<UserId> users) {
        var visible = peers.of(viewer);
        return users.stream()
                .distinct()
                .filter(visible::contains)
                .map(this::read)
                .toList();
    }

    /** Tells this socket how these people are, now and whenever it changes; replaces what it watched before. */
    void watch(StompSession session, Collection<UserId> users) {
        var visible = peers.of(session.user().id());
        var watcher = new Watcher(session, visible, clock.instant());
        forget(session.id());
        watchers.put(session.id(), watcher);
        users.stream().distinct().filter(visible::contains).forEach(user -> {
            watched.computeIfAbsent(user, first -> ConcurrentHashMap.newKeySet())
                    .add(watcher);
            watcher.told.put(user, PresenceStatus.OFFLINE);
        });
        watcher.told.keySet().forEach(user -> locks.run(user, () -> tell(watcher, read(user), true)));
        if (!session.isOpen()) {
            forget(session.id());
        }
    }

    @EventListener
    void closed(SessionClosed closed) {
        forget(closed.session().id());
    }

    /** Reads a person's presence, if anyone here watches them, and tells who does if it is news. */
    void lookAt(UserId user) {
        if (!watched.containsKey(user)) {
            return;
        }
        locks.run(user, () -> {
            var presence = read(user);
            watched.getOrDefault(user, Set.of()).forEach(watcher -> tell(watcher, presence, false));
        });
    }

    /** Makes good for lost hints. */
    void lookAtAll() {
        watched.keySet().forEach(this::lookAt);
    }

    private void tell(Watcher watcher, Presence presence, boolean first) {
        var user = presence.userId();
        if (!watcher.sees(user)) {
            stopWatching(watcher, user);
            return;
        }
        var before = watcher.told.replace(user, presence.status());
        if (first || before != presence.status()) {
            watcher.session.send(Event.of("presence-changed", presence.at(), presence));
        }
    }

    private Presence read(UserId user) {
        var status = readPresence.run(new UserSlot(user)).status();
        return new Presence(user, status, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void forget(String sessionId) {
        var watcher = watchers.remove(sessionId);
        if (watcher != null) {
            watcher.told.keySet().forEach(user -> stopWatching(watcher, user));
        }
    }

    private void stopWatching(Watcher watcher, UserId user) {
        watcher.told.remove(user);
        watched.computeIfPresent(user, (subject, remaining) -> {
            remaining.remove(watcher);
            return remaining.isEmpty() ? null : remaining;
        });
    }

    /** A socket that watches, and the connections of its person, asked for again now and then. */
    private final class Watcher {

        private final StompSession session;
        private final Map<UserId, PresenceStatus> told = new ConcurrentHashMap<>();
        private Set<UserId> connections;
        private Instant askedAt;

        Watcher(StompSession session, Set<UserId> connections, Instant askedAt) {
            this.session = session;
            this.connections = connections;
            this.askedAt = askedAt;
        }

        synchronized boolean sees(UserId user) {
            var now = clock.instant();
            if (now.isAfter(askedAt.plus(properties.trustConnections()))) {
                askedAt = now;
                try {
                    connections = peers.of(session.user().id());
                } catch (ProblemException unavailable) {
                    log.debug("Connections cannot be asked for; the last answer stands", unavailable);
                }
            }
            return connections.contains(user);
        }
    }
}
