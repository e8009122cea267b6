package com.realtimeconnect.communication.delivery;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.communication.message.MessageDeleted;
import com.realtimeconnect.communication.message.MessageSent;
import com.realtimeconnect.communication.room.Room;
import com.realtimeconnect.communication.room.Rooms;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells both members, on every node that holds one of their sockets, what was just committed. */
@Component
class Announcements {

    private final UserRelay relay;
    private final Rooms rooms;

    Announcements(UserRelay relay, Rooms rooms) {
        this.relay = relay;
        this.rooms = rooms;
    }

    /** Only a hint: the nodes put messages in order and fetch those whose hint got lost. */
    @EventListener
    void sent(MessageSent sent) {
        for (var member : sent.room().members()) {
            relay.hint(member.userId(), SocketFeeds.HINT, sent.message());
        }
    }

    @EventListener
    void deleted(MessageDeleted deleted) {
        var message = deleted.message();
        var at = Objects.requireNonNull(message.deletedAt());
        var event = Event.of(
                        "message-deleted", at, new Deletion(message.roomId(), message.seq(), message.messageId(), at))
                .onFeed(Room.feed(message.roomId()));
        rooms.readersOf(message.roomId()).forEach(reader -> relay.send(reader, event));
    }

    record Deletion(RoomId roomId, long seq, UUID messageId, Instant deletedAt) {}
}
