package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.history.interaction.Peer;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A connection as one of the two sees it. */
record ConnectionResponse(UUID connectionId, RoomId roomId, Peer peer, Instant since, Instant lastInteractionAt) {

    /** The connection itself counts as the last interaction until the log has one. */
    static ConnectionResponse of(Connection connection, UserId viewer) {
        return new ConnectionResponse(
                connection.connectionId(),
                connection.roomId(),
                connection.peerOf(viewer),
                connection.since(),
                Objects.requireNonNullElse(connection.lastInteractionAt(), connection.since()));
    }
}
