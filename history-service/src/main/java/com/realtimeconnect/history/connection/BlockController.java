package com.realtimeconnect.history.connection;

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

    private final Connections connections;

    BlockController(Connections connections) {
        this.connections = connections;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep two people apart", description = "Removes their connection, if any.")
    void blocked(@Valid @RequestBody UserBlocked fact) {
        connections.separate(fact);
    }

    @PostMapping("/lifted")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let two people connect again")
    void lifted(@Valid @RequestBody UserUnblocked fact) {
        connections.letMeetAgain(fact);
    }
}
