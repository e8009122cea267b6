package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;

/** How far a room has come that one of its members should know of. */
public record RoomProgress(RoomId roomId, UserId member, long lastSeq) {}
