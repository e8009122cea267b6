package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.identity.InteractionId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** An offer or an answer, as it comes in and as it goes out. */
record CallDescription(
        @NotNull InteractionId interactionId,
        @NotNull @PositiveOrZero @Max(LARGEST_NUMBER) Long negotiationId,
        @NotNull String sdp) {

    /** The largest integer that JavaScript holds exactly. */
    static final long LARGEST_NUMBER = (1L << 53) - 1;

    CallDescription with(String otherSdp) {
        return new CallDescription(interactionId, negotiationId, otherSdp);
    }
}
