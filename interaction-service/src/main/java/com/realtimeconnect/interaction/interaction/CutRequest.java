package com.realtimeconnect.interaction.interaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotNull;

/**
 * Ends an interaction from outside.
 *
 * @param by the one of the two who blocked or reported, or who was suspended
 */
record CutRequest(@NotNull UserId by, @NotNull Reason reason) {

    /** Why. */
    enum Reason {
        @JsonProperty("blocked")
        BLOCKED,
        @JsonProperty("reported")
        REPORTED,
        @JsonProperty("suspended")
        SUSPENDED;

        EndReason endReason() {
            return switch (this) {
                case BLOCKED -> EndReason.BLOCKED;
                case REPORTED -> EndReason.REPORTED;
                case SUSPENDED -> EndReason.SUSPENDED;
            };
        }
    }
}
