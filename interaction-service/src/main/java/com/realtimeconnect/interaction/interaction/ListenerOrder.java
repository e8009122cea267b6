package com.realtimeconnect.interaction.interaction;

/**
 * In which order those who hear of an {@link InteractionMoved} are told. They run one after the other while the next change
 * of the same interaction waits, so none of them waits for Redis or for another service.
 */
public final class ListenerOrder {

    /** The relay must know before anybody acts on what they are told. */
    public static final int COPIES = 1;

    public static final int TIMERS = 2;
    public static final int PEOPLE = 3;

    /** What may be lost comes last, in the background. */
    public static final int HINTS = 4;

    private ListenerOrder() {}
}
