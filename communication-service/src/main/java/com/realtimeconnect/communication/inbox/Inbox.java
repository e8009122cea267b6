package com.realtimeconnect.communication.inbox;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import com.realtimeconnect.communication.room.Rooms;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each person's view of their rooms. */
@Component
public class Inbox {

    /** Rooms in a summary: as many as fit well into one frame. */
    public static final int SUMMARY_ROOMS = 100;

    private final InboxRepository repository;
    private final Rooms rooms;

    Inbox(InboxRepository repository, Rooms rooms) {
        this.repository = repository;
        this.rooms = rooms;
    }

    Page<InboxEntry> page(UserId user, PageRequest page) {
        var rows = repository.find(user, InboxPlace.of(page), page.limit() + 1);
        return Page.of(rows, page.limit(), entry -> entry, InboxPlace::cursorOf);
    }

    /** The latest {@value #SUMMARY_ROOMS} rooms in short. */
    public InboxSummary summary(UserId user) {
        var lines = repository.summary(user, SUMMARY_ROOMS + 1);
        var complete = lines.size() <= SUMMARY_ROOMS;
        return new InboxSummary(complete ? lines : lines.subList(0, SUMMARY_ROOMS), complete);
    }

    /**
     * Notes that this person has read the room up to this number. A mark never goes back.
     *
     * @return what to tell, or nothing if they had read as far before
     */
    @Transactional
    public Optional<MessagesRead> markRead(RoomId roomId, UserId reader, long upToSeq) {
        var room = rooms.lockForMember(roomId, reader);
        room.requireReached("upToSeq", upToSeq);
        return repository.markRead(roomId, reader, upToSeq)
                ? Optional.of(new MessagesRead(room, reader, upToSeq))
                : Optional.empty();
    }
}
