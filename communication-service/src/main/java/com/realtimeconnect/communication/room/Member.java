package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.UserId;

/** One of the two people of a room, under the name they had when they connected. */
public record Member(UserId userId, String displayName) {}
