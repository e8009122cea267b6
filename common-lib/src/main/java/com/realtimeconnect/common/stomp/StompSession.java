package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.identity.AuthenticatedUser;

/** One person's live socket on this node, from CONNECT to its end. All methods return at once, from any thread. */
public interface StompSession {

    String id();

    /** Who this is by the newest token of the socket. */
    AuthenticatedUser user();

    boolean isOpen();

    /** Delivers to the subscriptions that want it. Does nothing for a socket that is closed or not subscribed. */
    void send(Event event);

    void send(EncodedEvent event);

    /** How many characters wait for the client to take them. */
    int backlog();

    void close(CloseCode code);
}
