package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import jakarta.validation.constraints.NotNull;

/** Somebody wants out, at once and for good. */
record PanicRequest(@NotNull InteractionId interactionId) {}
