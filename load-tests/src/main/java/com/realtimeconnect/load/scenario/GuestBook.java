package com.realtimeconnect.load.scenario;

/** What guests tell, in the thread of the swarm. */
interface GuestBook {

    /** Was told of a match. */
    void found(Guest guest);

    default void started(Guest guest) {}

    /** The call, or the proposal, is over. */
    void ended(Guest guest);

    void refused(Guest guest, String problem);

    void broken(String invariant);

    default void closed(Guest guest, int code) {}
}
