package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.batch.GroupCommit;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.communication.room.Room;
import com.realtimeconnect.communication.room.Rooms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The writing half of messages: each method is one transaction that holds the locks of its rooms, and tells nobody. */
@Component
class MessageLog implements GroupCommit.Writer<Draft, WrittenMessage> {

    private final Rooms rooms;
    private final MessageRepository repository;
    private final TransactionOperations transaction;
    private final Clock clock;

    MessageLog(Rooms rooms, MessageRepository repository, TransactionOperations transaction, Clock clock) {
        this.rooms = rooms;
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Writes into the rooms that are free at this moment. What is for a room in which somebody else writes, or that its
     * sender is not in, is left to {@link #writeAlone}: so a group waits for no lock of a room, and no circle of those who
     * wait can have a group in it.
     */
    @Override
    public List<Supplier<WrittenMessage>> writeTogether(List<Draft> drafts) {
        return transaction.execute(status -> {
            var locked = rooms.lockFree(drafts.stream().map(Draft::author).toList());
            var pages = pages(locked.values(), drafts);
            var answers = new ArrayList<Supplier<WrittenMessage>>();
            for (var draft : drafts) {
                answers.add(locked.containsKey(draft.author()) ? answer(pages, draft) : () -> writeAlone(draft));
            }
            repository.append(pages.added());
            return answers;
        });
    }

    private static Supplier<WrittenMessage> answer(RoomPages pages, Draft draft) {
        try {
            var written = pages.add(draft);
            return () -> written;
        } catch (ProblemException refusal) {
            return () -> {
                throw refusal;
            };
        }
    }

    @Override
    public WrittenMessage writeAlone(Draft draft) {
        return transaction.execute(status -> {
            var room = rooms.lockForMember(draft.roomId(), draft.sender());
            var pages = pages(List.of(room), List.of(draft));
            var written = pages.add(draft);
            repository.append(pages.added());
            return written;
        });
    }

    /** Reads after the rooms were locked, so that it sees what others committed before that. */
    private RoomPages pages(Collection<Room> locked, List<Draft> drafts) {
        return new RoomPages(locked, repository.findNamed(drafts), now());
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
