package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import jakarta.validation.constraints.NotNull;

/** A command that needs no more than to name its interaction. */
public record InteractionRequest(@NotNull InteractionId interactionId) {}
