package com.realtimeconnect.communication.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.communication.message.Message;
import com.realtimeconnect.communication.room.Peer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One room as its member sees it.
 *
 * @param closedAt null while the room is open
 * @param lastSeq the number of the newest message, 0 before the first
 * @param lastMessage the newest message, perhaps a tombstone; null before the first
 * @param unread messages of the other that are neither read nor deleted
 * @param lastReadSeq how far this person has read
 * @param peerReadSeq how far the other has read
 * @param activeAt when the newest message was sent, or the room opened
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record InboxEntry(
        RoomId roomId,
        UUID connectionId,
        Peer peer,
        boolean open,
        @Nullable Instant closedAt,
        Instant activeAt,
        long lastSeq,
        @Nullable Message lastMessage,
        long unread,
        long lastReadSeq,
        long peerReadSeq) {}
