package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.identity.RoomId;
import java.time.Instant;
import java.util.UUID;

/** The connection of two people, as other services see it. */
record ConnectionBetween(UUID connectionId, RoomId roomId, Instant since) {

    static ConnectionBetween of(Connection connection) {
        return new ConnectionBetween(connection.connectionId(), connection.roomId(), connection.since());
    }
}
