package com.realtimeconnect.queuing.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.realtimeconnect.common.identity.Role;

/** The line a person stands in. */
public enum Side {
    @JsonProperty("women")
    WOMEN,
    @JsonProperty("men")
    MEN;

    /** @throws IllegalArgumentException for a role that does not queue */
    public static Side of(Role role) {
        return switch (role) {
            case FEMALE -> WOMEN;
            case MALE -> MEN;
            case ADMIN -> throw new IllegalArgumentException("An admin stands in no line");
        };
    }
}
