package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.queuing.matching.LeaveReason;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The queue over REST. */
@RestController
@RequestMapping("/api/queue")
class QueueController {

    private final MatchQueue queue;
    private final IntentOverview overview;

    QueueController(MatchQueue queue, IntentOverview overview) {
        this.queue = queue;
        this.overview = overview;
    }

    @GetMapping("/intents")
    List<IntentSummary> intents(@AuthenticationPrincipal AuthenticatedUser user) {
        return overview.of(user.role());
    }

    @PostMapping("/join")
    JoinedQueue join(@AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody JoinQueue asked) {
        return queue.join(user, asked);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@AuthenticationPrincipal AuthenticatedUser user) {
        queue.leave(user.id(), LeaveReason.ASKED);
    }

    /** 204 for who is in no queue. */
    @GetMapping("/me")
    ResponseEntity<QueuePlace> me(@AuthenticationPrincipal AuthenticatedUser user) {
        var place = queue.placeOf(user.id());
        return place == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(place);
    }
}
