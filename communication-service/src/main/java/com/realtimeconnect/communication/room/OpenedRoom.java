package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.RoomId;

/** The room that is there now. */
record OpenedRoom(RoomId roomId) {}
