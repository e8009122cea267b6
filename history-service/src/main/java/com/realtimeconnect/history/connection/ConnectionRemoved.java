package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The connection of two people is over.
 *
 * @param blocked the one who was blocked, or null if it was removed
 */
record ConnectionRemoved(
        UUID connectionId, RoomId roomId, @Nullable UserId blocked) {}
