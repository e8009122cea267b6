package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.batch.GroupCommit;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.communication.rate.RateCap;
import com.realtimeconnect.communication.rate.RateProperties;
import com.realtimeconnect.communication.room.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writing and reading messages, whichever way a client comes. */
@Component
public class Messages {

    /** Groups that may be under way when one takes long, of the ten connections to the database. */
    private static final int GROUPS_AT_ONCE = 4;

    private static final int MESSAGES_IN_A_GROUP = 64;

    /** As long as a connection to the database is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MessageLog log;
    private final GroupCommit<Draft, WrittenMessage> commit;
    private final MessageRepository repository;
    private final Rooms rooms;
    private final RateCap rate;
    private final ApplicationEventPublisher events;

    Messages(
            MessageLog log,
            MessageRepository repository,
            Rooms rooms,
            RateProperties rate,
            ApplicationEventPublisher events) {
        this.log = log;
        this.commit = new GroupCommit<>(log, GROUPS_AT_ONCE, MESSAGES_IN_A_GROUP, PATIENCE);
        this.repository = repository;
        this.rooms = rooms;
        this.rate = new RateCap(rate);
        this.events = events;
    }

    /** Commits a message. The caller then confirms it to the sender, and then calls {@link #announce}. */
    WrittenMessage write(RoomId room, UserId sender, SendMessage message) {
        rate.take(sender);
        return commit.write(new Draft(room, sender, message.clientMessageId(), new MessageBody(message.body())));
    }

    /** Tells both members of a message, the first time it is written. */
    void announce(WrittenMessage written) {
        if (written.isNew()) {
            events.publishEvent(new MessageSent(written.room(), written.message()));
        }
    }

    /** Makes a tombstone of the sender's own message, and tells both members, once. */
    void delete(RoomId room, UserId sender, UUID messageId) {
        log.delete(room, sender, messageId).ifPresent(events::publishEvent);
    }

    Page<Message> page(RoomId room, UserId reader, SeqRange range, int limit) {
        rooms.requireMember(room, reader);
        var rows = repository.find(room, reader, range, limit + 1);
        return Page.of(rows, limit, message -> message, range::cursorAfter);
    }

    /** The messages that follow a number, in order; none for somebody who may not read the room any more. */
    public List<Message> after(RoomId room, UserId reader, long seq, int most) {
        return repository.find(room, reader, SeqRange.after(seq), most);
    }

    /** How far the rooms have come in which something was sent since then, for each member who may read it. */
    public List<RoomProgress> progressSince(Instant since) {
        return repository.progressSince(since);
    }
}
