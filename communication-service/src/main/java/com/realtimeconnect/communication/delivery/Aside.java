package com.realtimeconnect.communication.delivery;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.communication.room.Room;
import java.time.Instant;
import java.util.UUID;

/**
 * Something of the moment that one socket caused, for all sockets of a person but that one.
 *
 * @param causedBy the id of the socket that knows it already
 */
record Aside(UUID id, String type, Instant at, RoomId roomId, Object data, String causedBy) {

    Event event() {
        return new Event(id, type, at, data, Room.feed(roomId));
    }
}
