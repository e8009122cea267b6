package com.realtimeconnect.interaction.keeping;

import com.realtimeconnect.common.identity.InteractionId;
import jakarta.validation.constraints.NotNull;

/** Whether to stay in touch. */
record KeepRequest(
        @NotNull InteractionId interactionId, @NotNull Boolean keep) {}
