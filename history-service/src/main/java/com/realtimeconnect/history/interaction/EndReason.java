package com.realtimeconnect.history.interaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.realtimeconnect.common.problem.Problems;
import java.util.Arrays;
import java.util.Locale;

/** Why an interaction ended. On the wire and in the log the names are kebab-case. */
enum EndReason {
    COMPLETED,
    HANG_UP,
    DECLINED,
    NO_ANSWER,
    SETUP_FAILED,
    PEER_LOST,
    BLOCKED,
    REPORTED,
    SUSPENDED;

    /** The reason of this wire name. @throws IllegalArgumentException for any other text */
    @JsonCreator
    static EndReason of(String wireName) {
        for (var reason : values()) {
            if (reason.wireName().equals(wireName)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("No such end reason");
    }

    /** The reason of this wire name. @throws com.realtimeconnect.common.problem.ProblemException 400 for any other text */
    static EndReason parse(String wireName) {
        try {
            return of(wireName);
        } catch (IllegalArgumentException unknown) {
            throw Problems.invalid(
                    "endReason",
                    "must be one of "
                            + Arrays.stream(values()).map(EndReason::wireName).toList());
        }
    }

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether only the person that it came from may know. */
    boolean isPrivate() {
        return switch (this) {
            case DECLINED, BLOCKED, REPORTED, SUSPENDED -> true;
            case COMPLETED, HANG_UP, NO_ANSWER, SETUP_FAILED, PEER_LOST -> false;
        };
    }
}
