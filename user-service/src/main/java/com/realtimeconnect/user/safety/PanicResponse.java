package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import java.util.UUID;

/** It is taken care of, if not all of it at this moment. */
record PanicResponse(UUID reportId, InteractionId interactionId) {}
