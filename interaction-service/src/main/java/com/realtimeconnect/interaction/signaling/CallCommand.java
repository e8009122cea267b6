package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.identity.InteractionId;
import jakarta.validation.constraints.NotNull;

/** A command that needs no more than to name its interaction. */
record CallCommand(@NotNull InteractionId interactionId) {}
