package com.realtimeconnect.interaction.video;

import com.realtimeconnect.common.identity.InteractionId;
import jakarta.validation.constraints.NotNull;

/** The answer of the one who was asked for video. */
record VideoResponseRequest(
        @NotNull InteractionId interactionId, @NotNull Boolean approved) {}
