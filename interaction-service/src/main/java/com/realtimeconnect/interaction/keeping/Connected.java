package com.realtimeconnect.interaction.keeping;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.RoomId;
import java.util.UUID;

/** Both kept each other, and can chat now. */
record Connected(InteractionId interactionId, UUID connectionId, RoomId roomId) {}
