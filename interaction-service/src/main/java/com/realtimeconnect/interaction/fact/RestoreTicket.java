package com.realtimeconnect.interaction.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.realtimeconnect.common.identity.UserId;

/** Somebody's place in the queue is to be given back. */
record RestoreTicket(String ticket, UserId userId, Reason reason) {

    /** Why. */
    enum Reason {
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("failed")
        FAILED
    }
}
