package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import com.realtimeconnect.common.stomp.StompRoutes;
import org.springframework.stereotype.Component;

/** Tells both members what became of their room. Only a hint: the truth is what they can read. */
@Component
class RoomNews implements StompRouteRegistrar {

    private final UserRelay relay;

    RoomNews(UserRelay relay) {
        this.relay = relay;
    }

    @Override
    public void register(StompRoutes routes) {
        routes.tells("room-opened", "Somebody can be written to now", RoomOpened.class)
                .tells("room-closed", "Nothing more can be said in a room", RoomClosed.class);
    }

    void opened(Room room) {
        for (var member : room.members()) {
            relay.send(member.userId(), RoomOpened.event(room, member.userId()));
        }
    }

    void closed(Room room) {
        var event = RoomClosed.event(room);
        room.members().forEach(member -> relay.send(member.userId(), event));
    }
}
