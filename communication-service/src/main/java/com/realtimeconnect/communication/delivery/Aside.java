package com.realtimeconnect.communication.delivery;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.communication.room.Room;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Something of the moment that one socket caused, for all sockets of a person but that one.
 *
 * @param data as clients read it, since it crosses from node to node
 * @param causedBy the id of the socket that knows it already
 */
record Aside(UUID id, String type, Instant at, RoomId roomId, JsonNode data, String causedBy) {

    Event event() {
        return new Event(id, type, at, data, Room.feed(roomId));
    }
}
