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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which socket of this node watches whom, and what it was told last. Everyone sees their own connections only. */
@Component
class PresenceWatch {

    private static final Logger log = LoggerFactory.getLogger(PresenceWatch.class);

    /** Those whose connections are being asked for; what is hidden meanwhile must stay hidden. */
    private final Set<Watcher> arriving = ConcurrentHashMap.newKeySet();

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
        var watcher = new Watcher(session);
        arriving.add(watcher);
        try {
            watcher.ask();
            begin(watcher, users);
        } finally {
            arriving.remove(watcher);
        }
    }

    private void begin(Watcher watcher, Collection<UserId> users) {
        var session = watcher.session;
        forget(session.id());
        watchers.put(session.id(), watcher);
        users.stream().distinct().filter(watcher::sees).forEach(user -> {
            watched.computeIfAbsent(user, first -> ConcurrentHashMap.newKeySet())
                    .add(watcher);
            watcher.told.put(user, PresenceStatus.OFFLINE);
        });
        watcher.told.keySet().forEach(user -> locks.run(user, () -> tell(watcher, read(user), true)));
        if (!session.isOpen()) {
            forget(session.id());
        }
    }

    /** Neither of these two sees the other from now on: what they watched goes offline, once, and then nothing. */
    void hide(UserId one, UserId other) {
        hideFrom(one, other);
        hideFrom(other, one);
    }

    private void hideFrom(UserId viewer, UserId shown) {
        Stream.concat(arriving.stream(), watchers.values().stream())
                .filter(watcher -> watcher.isOf(viewer))
                .forEach(watcher -> {
                    watcher.hide(shown);
                    locks.run(shown, () -> goDark(watcher, shown));
                });
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
            goDark(watcher, user);
            return;
        }
        var before = watcher.told.replace(user, presence.status());
        if (before != null && (first || before != presence.status())) {
            watcher.tell(presence);
        }
    }

    /** Who is seen no more is offline. */
    private void goDark(Watcher watcher, UserId user) {
        var before = stopWatching(watcher, user);
        if (before != null && before != PresenceStatus.OFFLINE) {
            watcher.tell(presence(user, PresenceStatus.OFFLINE));
        }
    }

    private Presence read(UserId user) {
        return presence(user, readPresence.run(new UserSlot(user)).status());
    }

    private Presence presence(UserId user, PresenceStatus status) {
        return new Presence(user, status, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void forget(String sessionId) {
        var watcher = watchers.remove(sessionId);
        if (watcher != null) {
            watcher.told.keySet().forEach(user -> stopWatching(watcher, user));
        }
    }

    /** @return what was told last, or null if it was not watched */
    private @Nullable PresenceStatus stopWatching(Watcher watcher, UserId user) {
        var before = watcher.told.remove(user);
        watched.computeIfPresent(user, (subject, remaining) -> {
            remaining.remove(watcher);
            return remaining.isEmpty() ? null : remaining;
        });
        return before;
    }

    /** A socket that watches, and the connections of its person, asked for again now and then. */
    private final class Watcher {

        private final StompSession session;
        private final Map<UserId, PresenceStatus> told = new ConcurrentHashMap<>();
        private final Set<UserId> hidden = ConcurrentHashMap.newKeySet();
        private Set<UserId> connections = Set.of();
        private Instant askedAt = Instant.EPOCH;

        Watcher(StompSession session) {
            this.session = session;
        }

        boolean isOf(UserId viewer) {
            return session.user().id().equals(viewer);
        }

        void hide(UserId user) {
            hidden.add(user);
        }

        void tell(Presence presence) {
            session.send(Event.of("presence-changed", presence.at(), presence));
        }

        synchronized void ask() {
            connections = peers.of(session.user().id());
            askedAt = clock.instant();
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
            return connections.contains(user) && !hidden.contains(user);
        }
    }
}
