package com.realtimeconnect.interaction.keeping;

import com.realtimeconnect.common.identity.InteractionId;

/** The decision that was noted: one's own, and nothing of the other's. */
record KeepResponse(InteractionId interactionId, boolean keep) {}
