package com.realtimeconnect.communication.delivery;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.stomp.StompCommand;
import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import com.realtimeconnect.common.stomp.StompRoutes;
import com.realtimeconnect.communication.inbox.Inbox;
import com.realtimeconnect.communication.inbox.InboxSummary;
import com.realtimeconnect.communication.message.Message;
import com.realtimeconnect.communication.rate.RateCap;
import com.realtimeconnect.communication.rate.RateProperties;
import com.realtimeconnect.communication.room.Room;
import com.realtimeconnect.communication.room.Rooms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.stereotype.Component;

/** What a connected client can say about a room besides sending: that it follows, resumes, types and reads. */
@Component
class LiveRoutes implements StompRouteRegistrar {

    private final Rooms rooms;
    private final Inbox inbox;
    private final LiveState state;
    private final SocketFeeds feeds;
    private final Asides asides;
    private final RateCap rate;

    LiveRoutes(Rooms rooms, Inbox inbox, LiveState state, SocketFeeds feeds, Asides asides, RateProperties rate) {
        this.rooms = rooms;
        this.inbox = inbox;
        this.state = state;
        this.feeds = feeds;
        this.asides = asides;
        this.rate = new RateCap(rate);
    }

    @Override
    public void register(StompRoutes routes) {
        routes.subscribe("/topic/rooms/{roomId}", "The events of one room, for its members", this::follow)
                .send(
                        "/app/rooms/{roomId}/resume",
                        "Asks for all messages after the last one that this socket has",
                        Resume.class,
                        this::resume)
                .send("/app/rooms/{roomId}/typing", "I am typing", Typing.class, this::typing)
                .send("/app/rooms/{roomId}/read", "I have read everything up to here", ReadUpTo.class, this::read)
                .tells("state", "The first event of a subscription: my rooms and what is unread", InboxSummary.class)
                .tells("message", "A message of a room of mine, in order and without a gap", Message.class)
                .tells("message-deleted", "Its author took a message back", Announcements.Deletion.class)
                .tells("resumed", "All missed messages were told; live ones follow", MessageOutlet.Resumed.class)
                .tells("typing", "The other is typing", Types.class)
                .tells("read", "The other, or I on another device, have read up to here", HasRead.class);
    }

    private void follow(StompCommand command) {
        state.follow(command.session(), room(command));
    }

    private void resume(StompCommand command, Resume resume) {
        rate.take(command.user().id());
        var room = room(command);
        room.requireReached("afterSeq", resume.afterSeq());
        feeds.of(command.session()).resume(room.id(), resume.afterSeq(), room.lastSeq());
    }

    private void typing(StompCommand command, Typing nothing) {
        rate.take(command.user().id());
        var room = room(command);
        room.requireOpen();
        asides.tell(
                command.session(),
                room,
                "typing",
                new Types(room.id(), command.user().id()));
    }

    private void read(StompCommand command, ReadUpTo mark) {
        var reader = command.user().id();
        rate.take(reader);
        inbox.markRead(Rooms.idOf(command.variable("roomId")), reader, mark.upToSeq())
                .ifPresent(read -> asides.tell(
                        command.session(),
                        read.room(),
                        "read",
                        new HasRead(read.room().id(), reader, mark.upToSeq())));
    }

    private Room room(StompCommand command) {
        return rooms.requireMember(
                Rooms.idOf(command.variable("roomId")), command.user().id());
    }

    /** The client has everything up to this number. */
    record Resume(@NotNull @PositiveOrZero Long afterSeq) {}

    record Typing() {}

    record ReadUpTo(@NotNull @PositiveOrZero Long upToSeq) {}

    record Types(RoomId roomId, UserId senderId) {}

    record HasRead(RoomId roomId, UserId readerId, long upToSeq) {}
}
