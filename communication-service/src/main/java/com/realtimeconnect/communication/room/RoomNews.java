package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.realtime.UserRelay;
import org.springframework.stereotype.Component;

/** Tells both members what became of their room. Only a hint: the truth is what they can read. */
@Component
class RoomNews {

    private final UserRelay relay;

    RoomNews(UserRelay relay) {
        this.relay = relay;
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
