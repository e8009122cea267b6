package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.realtime.UserRelay;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Closes rooms, and tells both members once each is closed. */
@Component
public class RoomClosure {

    private final Rooms rooms;
    private final UserRelay relay;

    RoomClosure(Rooms rooms, UserRelay relay) {
        this.rooms = rooms;
        this.relay = relay;
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException 404 if there is no such room */
    void close(RoomId room, String reason, Set<UserId> hiddenFrom) {
        rooms.close(room, reason, hiddenFrom).ifPresent(this::tell);
    }

    /** Closes every open room of a person, and hides it from them. Returns how many. */
    public int closeAllOf(UserId person, String reason) {
        var open = rooms.openOf(person);
        open.forEach(room -> close(room, reason, Set.of(person)));
        return open.size();
    }

    private void tell(Room room) {
        var event = RoomClosed.event(room);
        room.members().forEach(member -> relay.send(member.userId(), event));
    }
}
