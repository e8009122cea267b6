package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.common.stomp.SessionListener;
import com.realtimeconnect.common.stomp.StompSession;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Makes each new socket known, here and to the other nodes, before its first command is read; keeps a person to as many
 * sockets as they may have, by closing the oldest; and tells features of this node.
 */
final class SessionRegistry implements SessionListener {

    private static final Logger log = LoggerFactory.getLogger(SessionRegistry.class);

    private final LocalSessions sessions;
    private final NodeRegistry registry;
    private final RemoteRoutes remotes;
    private final ApplicationEventPublisher events;
    private final int socketsPerUser;

    SessionRegistry(
            LocalSessions sessions,
            NodeRegistry registry,
            RemoteRoutes remotes,
            ApplicationEventPublisher events,
            int socketsPerUser) {
        this.sessions = sessions;
        this.registry = registry;
        this.remotes = remotes;
        this.events = events;
        this.socketsPerUser = socketsPerUser;
    }

    @Override
    public void opened(StompSession session) {
        sessions.add(session);
        try {
            var routes = registry.register(session);
            remotes.announceMove(session.user().id());
            closeOldest(session, routes);
        } catch (RedisUnreachableException unreachable) {
            log.atWarn().addKeyValue("cause", unreachable.getMessage()).log("A socket is known to this node only");
            closeOldestHere(sessions.of(session.user().id()));
        }
        events.publishEvent(new SessionOpened(session));
    }

    @Override
    public void closed(StompSession session, int code) {
        sessions.remove(session);
        try {
            registry.unregister(session);
        } finally {
            events.publishEvent(new SessionClosed(session, code));
        }
    }

    private void closeOldest(StompSession session, List<Route> routes) {
        if (routes.size() <= socketsPerUser) {
            return;
        }
        var living = living(session, routes);
        for (var route : living.subList(0, Math.max(0, living.size() - socketsPerUser))) {
            var here = sessions.find(route.socket());
            if (here != null) {
                here.close(CloseCode.REPLACED);
            } else {
                remotes.tell(route.node(), new NodeMessage.CloseSocket(route.socket(), CloseCode.REPLACED.number()));
            }
        }
    }

    /** Those whose node lives; what dead nodes left behind does not count, and goes. */
    private List<Route> living(StompSession session, List<Route> routes) {
        var dead = new HashSet<String>();
        for (var route : routes) {
            var node = route.node();
            if (!node.equals(registry.node()) && !RedisLink.await(registry.isAlive(node)) && dead.add(node)) {
                registry.prune(session.user().id(), node);
            }
        }
        return routes.stream().filter(route -> !dead.contains(route.node())).toList();
    }

    private void closeOldestHere(Collection<StompSession> oldestFirst) {
        oldestFirst.stream()
                .limit(Math.max(0, oldestFirst.size() - socketsPerUser))
                .forEach(session -> session.close(CloseCode.REPLACED));
    }
}
