package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.stomp.Event;
import java.time.Instant;
import java.util.UUID;

/** What each member is told when a room opens. */
record RoomOpened(RoomId roomId, UUID connectionId, Peer peer, Instant openedAt) {

    static Event event(Room room, UserId to) {
        var peer = room.peerOf(to);
        var opened = new RoomOpened(
                room.id(), room.connectionId(), Peer.of(peer.userId(), peer.displayName()), room.openedAt());
        return Event.of("room-opened", room.openedAt(), opened).onFeed(Room.feed(room.id()));
    }
}
