package com.realtimeconnect.queuing.queue;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where interaction-service gives a place back. */
@RestController
class RestoreController {

    private final MatchQueue queue;

    RestoreController(MatchQueue queue) {
        this.queue = queue;
    }

    @PostMapping("/internal/queue/restore")
    RestoredQueue restore(@Valid @RequestBody RestoreQueue asked) {
        return new RestoredQueue(queue.restore(asked.userId(), asked.ticket()));
    }

    /** @param restored false if the person has gone on, or away, in the meantime: nothing was done */
    record RestoredQueue(boolean restored) {}
}
