package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.identity.RoomId;
import java.util.UUID;

/** One of the two has removed their connection. */
record ConnectionRemoved(UUID connectionId, RoomId roomId) {}
