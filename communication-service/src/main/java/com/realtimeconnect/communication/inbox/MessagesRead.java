package com.realtimeconnect.communication.inbox;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.communication.room.Room;

/** A member has read a room up to this number, further than before. */
public record MessagesRead(Room room, UserId reader, long upToSeq) {}
