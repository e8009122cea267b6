package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.stomp.StompCommand;
import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import com.realtimeconnect.common.stomp.StompRoutes;
import com.realtimeconnect.communication.room.Rooms;
import org.springframework.stereotype.Component;

/** Sending over STOMP: committed, then confirmed, then told to both. */
@Component
class MessageRoutes implements StompRouteRegistrar {

    private final Messages messages;

    MessageRoutes(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void register(StompRoutes routes) {
        routes.sendFollowed(
                "/app/rooms/{roomId}/send",
                "Writes a message; the receipt comes when it is stored, and once for each clientMessageId",
                SendMessage.class,
                this::send);
    }

    private Runnable send(StompCommand command, SendMessage message) {
        var room = Rooms.idOf(command.variable("roomId"));
        var written = messages.write(room, command.user().id(), message);
        return () -> messages.announce(written);
    }
}
