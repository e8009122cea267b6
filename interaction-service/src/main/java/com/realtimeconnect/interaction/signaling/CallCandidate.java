package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.identity.InteractionId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** An ICE candidate, as it comes in and as it goes out. An empty text says that there are no more. */
record CallCandidate(
        @NotNull InteractionId interactionId,

        @NotNull @PositiveOrZero @Max(CallDescription.LARGEST_NUMBER)
        Long negotiationId,

        @NotNull String candidate,
        @Nullable @Pattern(regexp = "[!-~]{1,64}") String sdpMid,
        @Nullable @PositiveOrZero @Max(255) Integer sdpMLineIndex) {

    boolean isLast() {
        return candidate.isEmpty();
    }

    CallCandidate with(String otherCandidate) {
        return new CallCandidate(interactionId, negotiationId, otherCandidate, sdpMid, sdpMLineIndex);
    }
}
