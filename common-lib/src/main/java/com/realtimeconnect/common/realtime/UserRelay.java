package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.common.stomp.Event;

/**
 * Reaches a person on whichever node holds their sockets. In order per sender and receiver, at most once, and never
 * waiting: neither for a slow reader nor for Redis.
 */
public final class UserRelay {

    private final LocalSessions sessions;

    UserRelay(LocalSessions sessions) {
        this.sessions = sessions;
    }

    /** Tells every socket of this person, here and elsewhere. Does nothing for a person who is not connected. */
    public void send(UserId to, Event event) {
        sessions.of(to).forEach(session -> session.send(event));
    }

    public void closeSockets(UserId user, CloseCode code) {
        sessions.of(user).forEach(session -> session.close(code));
    }

    /** Whether any node holds a socket of this person right now. */
    public boolean isConnected(UserId user) {
        return !sessions.of(user).isEmpty();
    }
}
