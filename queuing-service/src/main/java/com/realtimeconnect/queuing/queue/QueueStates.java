package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.stomp.StateSource;
import com.realtimeconnect.queuing.presence.PresenceRegistry;
import org.springframework.stereotype.Component;

/** Tells a person who subscribes where they stand. */
@Component
class QueueStates implements StateSource {

    private final MatchQueue queue;
    private final PresenceRegistry presence;

    QueueStates(MatchQueue queue, PresenceRegistry presence) {
        this.queue = queue;
        this.presence = presence;
    }

    @Override
    public QueueState stateOf(AuthenticatedUser user) {
        return new QueueState(presence.statusOf(user.id()), queue.placeOf(user.id()));
    }
}
