package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.communication.room.Room;
import com.realtimeconnect.communication.room.Rooms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The writing half of messages: each method is one transaction that holds the room's lock, and tells nobody. */
@Component
class MessageLog {

    private final Rooms rooms;
    private final MessageRepository repository;
    private final Clock clock;

    MessageLog(Rooms rooms, MessageRepository repository, Clock clock) {
        this.rooms = rooms;
        this.repository = repository;
        this.clock = clock;
    }

    /** Appends the message, or finds it if the sender has sent it before, even if the room was closed in between. */
    @Transactional
    WrittenMessage write(RoomId roomId, UserId sender, String clientMessageId, MessageBody body) {
        var room = rooms.lockForMember(roomId, sender);
        var sentBefore = repository.findNamed(roomId, sender, clientMessageId);
        if (sentBefore.isPresent()) {
            return repeated(room, sentBefore.get(), body);
        }
        room.requireOpen();
        var message = new Message(
                roomId,
                room.lastSeq() + 1,
                Uuids.next(),
                clientMessageId,
                sender,
                body.text(),
                room.nextSentAt(now()),
                null);
        repository.append(message);
        return new WrittenMessage(room, message, true);
    }

    /** Makes a tombstone of the sender's own message; nothing if it is one already. */
    @Transactional
    Optional<MessageDeleted> delete(RoomId roomId, UserId sender, UUID messageId) {
        rooms.lockForMember(roomId, sender);
        var message =
                repository.find(roomId, messageId).orElseThrow(() -> Problems.notFound("There is no such message"));
        if (!message.senderId().equals(sender)) {
            throw Problems.forbidden("Only who wrote a message can delete it");
        }
        if (message.isDeleted()) {
            return Optional.empty();
        }
        var at = now();
        repository.erase(message, at);
        return Optional.of(new MessageDeleted(message.deleted(at)));
    }

    private static WrittenMessage repeated(Room room, Message sentBefore, MessageBody body) {
        if (!sentBefore.isRepeatedBy(body)) {
            throw new ClientMessageIdReusedException();
        }
        return new WrittenMessage(room, sentBefore, false);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
