package com.realtimeconnect.queuing.block;

import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.queuing.presence.PresenceRegistry;
import com.realtimeconnect.queuing.queue.MatchQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where user-service tells of blocks. Nothing is kept of them here: a ticket and a watch end soon, and who joins or watches
 * later is looked up. So a fact that comes twice or late does no harm, and the end of a block is not told.
 */
@RestController
@Tag(name = "Blocks, for services", description = "Refused to people")
class BlockController {

    private final MatchQueue queue;
    private final PresenceRegistry presence;

    BlockController(MatchQueue queue, PresenceRegistry presence) {
        this.queue = queue;
        this.presence = presence;
    }

    @PostMapping("/internal/blocks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep two people apart", description = "In the queue where they wait, and in what they see.")
    void blocked(@Valid @RequestBody UserBlocked fact) {
        queue.keepApart(fact.blocker(), fact.blocked());
        presence.hide(fact.blocker(), fact.blocked());
    }
}
