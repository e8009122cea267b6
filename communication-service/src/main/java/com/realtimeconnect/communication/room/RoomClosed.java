package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.stomp.Event;
import java.time.Instant;
import java.util.Objects;

/** What both members are told when a room closes; not by whom nor why. */
record RoomClosed(RoomId roomId, Instant closedAt) {

    static Event event(Room room) {
        var closedAt = Objects.requireNonNull(room.closedAt());
        return Event.of("room-closed", closedAt, new RoomClosed(room.id(), closedAt))
                .onFeed(Room.feed(room.id()));
    }
}
