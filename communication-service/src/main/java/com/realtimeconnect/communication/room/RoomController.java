package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.event.interaction.ConnectionFormed;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For our own services only: opens and closes rooms, and tells both members. */
@RestController
@RequestMapping("/internal/rooms")
class RoomController {

    private final Rooms rooms;
    private final RoomClosure closure;
    private final RoomNews news;
    private final Clock clock;

    RoomController(Rooms rooms, RoomClosure closure, RoomNews news, Clock clock) {
        this.rooms = rooms;
        this.closure = closure;
        this.news = news;
        this.clock = clock;
    }

    /** 201 the first time, 200 when the same connection is told again, 409 {@code kept-apart} after a block. */
    @PostMapping
    ResponseEntity<OpenedRoom> open(@Valid @RequestBody ConnectionFormed connection) {
        var room = roomFor(connection);
        var isNew = rooms.open(room, connection.since());
        if (isNew && rooms.isOpen(room.id())) {
            news.opened(room);
        }
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(new OpenedRoom(room.id()));
    }

    @PostMapping("/{roomId}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String roomId, @Valid @RequestBody CloseRoom closing) {
        closure.close(Rooms.idOf(roomId), closing.reason(), closing.hiddenFromOrNobody());
    }

    private Room roomFor(ConnectionFormed connection) {
        return new Room(
                connection.roomId(),
                connection.connectionId(),
                connection.interactionId(),
                new Member(connection.woman().userId(), connection.woman().displayName()),
                new Member(connection.man().userId(), connection.man().displayName()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                0,
                null);
    }
}
