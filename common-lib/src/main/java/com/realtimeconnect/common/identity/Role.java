package com.realtimeconnect.common.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a person is to the product. On the wire and in tokens the names are lower case. */
public enum Role {
    FEMALE,
    MALE,
    ADMIN;

    /** The role of this wire name. @throws IllegalArgumentException for any other text */
    @JsonCreator
    public static Role of(String wireName) {
        for (var role : values()) {
            if (role.wireName().equals(wireName)) {
                return role;
            }
        }
        throw new IllegalArgumentException("No such role");
    }

    @JsonValue
    public String wireName() {
        return switch (this) {
            case FEMALE -> "female";
            case MALE -> "male";
            case ADMIN -> "admin";
        };
    }
}
