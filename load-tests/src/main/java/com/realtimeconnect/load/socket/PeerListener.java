package com.realtimeconnect.load.socket;

/** What a socket tells. All of it is called by the one thread of the swarm, so nothing of it may wait. */
public interface PeerListener {

    /** The socket is served: the first event of the subscription has come. */
    default void ready(Peer peer) {}

    default void message(Peer peer, Message message) {}

    /** The other side is gone; the code is 1006 if it said nothing. */
    default void closed(Peer peer, int code) {}
}
