package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.realtime.LocalSessions;
import com.realtimeconnect.common.realtime.SessionClosed;
import com.realtimeconnect.common.realtime.SessionOpened;
import com.realtimeconnect.common.stomp.StompSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns the sockets of this node into presence, and keeps its leases alive. */
@Component
class PresenceSockets {

    private static final Logger log = LoggerFactory.getLogger(PresenceSockets.class);

    private final PresenceRegistry registry;
    private final LocalSessions sessions;

    PresenceSockets(PresenceRegistry registry, LocalSessions sessions) {
        this.registry = registry;
        this.sessions = sessions;
    }

    @EventListener
    void opened(SessionOpened opened) {
        toleratingOutage(() -> registry.opened(opened.session().user().id()));
    }

    @EventListener
    void closed(SessionClosed closed) {
        toleratingOutage(() -> registry.closed(closed.session().user().id(), closed.code()));
    }

    /** Renews this node's word for everyone connected here. */
    void renewAll() {
        sessions.all().stream()
                .map(StompSession::user)
                .map(user -> user.id())
                .distinct()
                .forEach(user -> toleratingOutage(() -> registry.renew(user)));
    }

    /** A socket lives on while Redis is away: the next renewal notes it, and a lease that is not renewed ends. */
    private static void toleratingOutage(Runnable work) {
        try {
            work.run();
        } catch (ProblemException unavailable) {
            log.warn("Presence could not be noted: {}", unavailable.detail());
        }
    }
}
