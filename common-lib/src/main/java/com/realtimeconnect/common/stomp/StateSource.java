package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import java.util.List;

/**
 * The whole truth about a person at this service. It is the first event of every subscription to
 * {@code /user/queue/events}; what happens while it is looked up follows it.
 */
@FunctionalInterface
public interface StateSource {

    /** The data of the event {@code state}. */
    Object stateOf(AuthenticatedUser user);

    /** The same for one of the person's sockets, for services whose truth includes where that socket stands. */
    default Object stateOf(StompSession session) {
        return stateOf(session.user());
    }

    /** What was kept for this person while they were away, sent right after {@code state}. */
    default List<Event> replay(AuthenticatedUser user) {
        return List.of();
    }
}
