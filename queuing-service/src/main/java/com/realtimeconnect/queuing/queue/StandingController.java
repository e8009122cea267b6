package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.queuing.matching.LeaveReason;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where user-service says who may be matched. */
@RestController
class StandingController {

    private final Bars bars;
    private final MatchQueue queue;

    StandingController(Bars bars, MatchQueue queue) {
        this.bars = bars;
        this.queue = queue;
    }

    @PostMapping("/internal/standings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@Valid @RequestBody StandingChanged change) {
        if (bars.note(change)) {
            queue.leave(change.userId(), LeaveReason.SUSPENDED);
        }
    }
}
