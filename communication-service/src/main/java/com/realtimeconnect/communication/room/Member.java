package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One of the two people of a room, under the name they had when they connected.
 *
 * @param displayName null once the person is erased
 */
public record Member(UserId userId, @Nullable String displayName) {}
