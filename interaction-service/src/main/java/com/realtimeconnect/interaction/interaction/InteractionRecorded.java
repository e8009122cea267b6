package com.realtimeconnect.interaction.interaction;

/**
 * A change of an interaction was written, in a transaction that is still open: who must not lose it writes with it. What is
 * only told of it waits for {@link InteractionMoved}.
 */
public record InteractionRecorded(InteractionMoved moved) {}
