package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;

/** Somebody in a room, or who says so. */
public record Membership(RoomId roomId, UserId userId) {}
