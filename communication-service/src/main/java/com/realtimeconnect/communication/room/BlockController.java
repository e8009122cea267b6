package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where user-service tells of blocks. A fact may come twice, late, and in any order. */
@RestController
@Tag(name = "Blocks, for services", description = "Refused to people")
@RequestMapping("/internal/blocks")
class BlockController {

    private final Rooms rooms;
    private final RoomNews news;

    BlockController(Rooms rooms, RoomNews news) {
        this.rooms = rooms;
        this.news = news;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Keep two people apart",
            description = "Closes their rooms for both and hides them from the one who was blocked.")
    void blocked(@Valid @RequestBody UserBlocked fact) {
        rooms.separate(fact).forEach(news::closed);
    }

    @PostMapping("/lifted")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let rooms be opened for two people again")
    void lifted(@Valid @RequestBody UserUnblocked fact) {
        rooms.letMeetAgain(fact);
    }
}
