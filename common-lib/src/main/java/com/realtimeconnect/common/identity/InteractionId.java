package com.realtimeconnect.common.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one matched meeting, from proposal to end. */
public record InteractionId(@JsonValue UUID value) implements Comparable<InteractionId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InteractionId {}

    /** Reads the textual form. @throws IllegalArgumentException if the text is no UUID */
    public static InteractionId of(String text) {
        return new InteractionId(Uuids.parse(text));
    }

    /** A new one, later in order than those made before. */
    public static InteractionId next() {
        return new InteractionId(Uuids.next());
    }

    @Override
    public int compareTo(InteractionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
