package com.realtimeconnect.queuing.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks to put a person back whose match came to nothing.
 *
 * @param ticket the signed ticket that was in the match
 */
record RestoreQueue(
        @NotNull @Size(max = 2048) String ticket,
        @NotNull UserId userId,
        @NotNull Cause reason) {

    enum Cause {
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("failed")
        FAILED
    }
}
