package com.realtimeconnect.communication.message;

import com.realtimeconnect.communication.room.Room;

/**
 * A committed message.
 *
 * @param isNew false if the client had sent it before, and so everybody was told then
 */
record WrittenMessage(Room room, Message message, boolean isNew) {}
