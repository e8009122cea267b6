package com.realtimeconnect.common.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a person's account, the same in every service. */
public record UserId(@JsonValue UUID value) implements Comparable<UserId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {}

    /** Reads the textual form. @throws IllegalArgumentException if the text is no UUID */
    public static UserId of(String text) {
        return new UserId(Uuids.parse(text));
    }

    /** A new one, later in order than those made before. */
    public static UserId next() {
        return new UserId(Uuids.next());
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
