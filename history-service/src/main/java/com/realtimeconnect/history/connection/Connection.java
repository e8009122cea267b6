package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.event.interaction.ConnectionFormed;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.history.interaction.Peer;
import com.realtimeconnect.history.interaction.Timestamps;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The permission of two people to chat.
 *
 * @param lastInteractionAt when an interaction of the two last ended, as far as it is logged yet
 */
record Connection(
        UUID connectionId,
        RoomId roomId,
        Member woman,
        Member man,
        Instant since,
        @Nullable Instant lastInteractionAt) {

    /**
     * One of the two.
     *
     * @param displayName as it was when they connected, null once the person is erased
     */
    record Member(UserId userId, @Nullable String displayName) {}

    Peer peerOf(UserId person) {
        var peer = person.equals(woman.userId()) ? man : woman;
        var name = peer.displayName();
        return name == null ? Peer.erasedOne() : Peer.of(peer.userId(), name);
    }

    Cursor cursor() {
        return Cursor.of(since, connectionId);
    }

    /** Whether this is what was asked for; names may have changed since. */
    boolean answers(ConnectionFormed request) {
        return connectionId.equals(request.connectionId())
                && roomId.equals(request.roomId())
                && woman.userId().equals(request.woman().userId())
                && man.userId().equals(request.man().userId())
                && since.equals(Timestamps.column(request.since()).toInstant());
    }
}
