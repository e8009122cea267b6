package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room as it was read.
 *
 * @param closedAt since when it is shut, for good or for as long as one of the two is suspended; null while it is open
 * @param lastSeq the number of the newest message, 0 before the first
 * @param lastMessageAt when the newest message was sent, null before the first
 */
public record Room(
        RoomId id,
        UUID connectionId,
        InteractionId interactionId,
        Member woman,
        Member man,
        Instant openedAt,
        @Nullable Instant closedAt,
        long lastSeq,
        @Nullable Instant lastMessageAt) {

    public boolean isOpen() {
        return closedAt == null;
    }

    public List<Member> members() {
        return List.of(woman, man);
    }

    /** The other one. */
    public Member peerOf(UserId member) {
        return woman.userId().equals(member) ? man : woman;
    }

    /** @throws RoomClosedException if nothing new can be said here */
    public void requireOpen() {
        if (!isOpen()) {
            throw new RoomClosedException();
        }
    }

    /** Refuses a number that no message of this room has yet. */
    public void requireReached(String field, long seq) {
        if (seq > lastSeq) {
            throw new SeqOutOfRangeException(field, lastSeq);
        }
    }

    /** When the next message is sent: now, but never before the newest one, so that times follow numbers whatever a node's clock says. */
    public Instant nextSentAt(Instant now) {
        var earliest = lastMessageAt == null ? openedAt : lastMessageAt;
        return earliest.isAfter(now) ? earliest : now;
    }

    /** The room once it has a message with this number and time. */
    public Room after(long seq, Instant sentAt) {
        return new Room(id, connectionId, interactionId, woman, man, openedAt, closedAt, seq, sentAt);
    }

    /** The feed of the room's events. */
    public static String feed(RoomId room) {
        return "/topic/rooms/" + room;
    }
}
