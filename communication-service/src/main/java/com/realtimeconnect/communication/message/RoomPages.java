package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.communication.room.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rooms that one transaction has locked, with the messages that it adds to them: each gets the number after the one
 * before it, or is found to have been sent before, or is refused and leaves no trace.
 */
final class RoomPages {

    private final Map<RoomId, Room> rooms = new HashMap<>();
    private final Map<Draft.Name, Message> named;
    private final Instant now;
    private final List<Message> added = new ArrayList<>();

    /**
     * @param locked the rooms, in which nobody else writes now
     * @param named messages that were sent before, by their names
     */
    RoomPages(Collection<Room> locked, Map<Draft.Name, Message> named, Instant now) {
        locked.forEach(room -> rooms.put(room.id(), room));
        this.named = new HashMap<>(named);
        this.now = now;
    }

    /**
     * Adds the message, or finds it if the sender has sent it before, even if the room was closed in between.
     *
     * @throws com.realtimeconnect.common.problem.ProblemException if this one cannot be said
     */
    WrittenMessage add(Draft draft) {
        var room = Objects.requireNonNull(rooms.get(draft.roomId()));
        var sentBefore = named.get(draft.name());
        if (sentBefore != null) {
            return repeated(room, sentBefore, draft.body());
        }
        room.requireOpen();
        var message = new Message(
                room.id(),
                room.lastSeq() + 1,
                Uuids.next(),
                draft.clientMessageId(),
                draft.sender(),
                draft.body().text(),
                room.nextSentAt(now),
                null);
        named.put(draft.name(), message);
        rooms.put(room.id(), room.after(message.seq(), message.sentAt()));
        added.add(message);
        return new WrittenMessage(room, message, true);
    }

    private static WrittenMessage repeated(Room room, Message sentBefore, MessageBody body) {
        if (!sentBefore.isRepeatedBy(body)) {
            throw new ClientMessageIdReusedException();
        }
        return new WrittenMessage(room, sentBefore, false);
    }

    /** What is to be stored, in order of the numbers within each room. */
    List<Message> added() {
        return List.copyOf(added);
    }
}
