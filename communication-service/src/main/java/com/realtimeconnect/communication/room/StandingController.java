package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.realtime.UserRelay;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where user-service says who may take part: the rooms of a suspended person are shut, and open again with them. */
@RestController
class StandingController {

    private final Rooms rooms;
    private final UserRelay relay;

    StandingController(Rooms rooms, UserRelay relay) {
        this.rooms = rooms;
        this.relay = relay;
    }

    @PostMapping("/internal/standings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@Valid @RequestBody StandingChanged change) {
        for (var room : rooms.note(change)) {
            for (var member : rooms.readersOf(room.id())) {
                relay.send(member, room.isOpen() ? RoomOpened.event(room, member) : RoomClosed.event(room));
            }
        }
    }
}
