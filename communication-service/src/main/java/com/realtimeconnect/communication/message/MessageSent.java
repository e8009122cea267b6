package com.realtimeconnect.communication.message;

import com.realtimeconnect.communication.room.Room;

/** A message was committed, and both members are to be told. Published once per message by the node that committed it. */
public record MessageSent(Room room, Message message) {}
