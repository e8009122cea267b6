package com.realtimeconnect.communication.inbox;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.communication.room.Peer;
import java.util.List;
import java.util.UUID;

/**
 * A person's rooms in short, latest first: enough to know where something was missed.
 *
 * @param complete false if the person has more rooms than stand here; the others are in {@code GET /api/rooms}
 */
public record InboxSummary(List<Line> rooms, boolean complete) {

    /** One room in short; the fields mean what they mean in {@code GET /api/rooms}. */
    public record Line(
            RoomId roomId,
            UUID connectionId,
            Peer peer,
            boolean open,
            long lastSeq,
            long unread,
            long lastReadSeq,
            long peerReadSeq) {}
}
