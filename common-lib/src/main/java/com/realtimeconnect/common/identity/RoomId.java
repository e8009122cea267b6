package com.realtimeconnect.common.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names the room where two connected people chat. */
public record RoomId(@JsonValue UUID value) implements Comparable<RoomId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoomId {}

    /** Reads the textual form. @throws IllegalArgumentException if the text is no UUID */
    public static RoomId of(String text) {
        return new RoomId(Uuids.parse(text));
    }

    /** A new one, later in order than those made before. */
    public static RoomId next() {
        return new RoomId(Uuids.next());
    }

    @Override
    public int compareTo(RoomId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
