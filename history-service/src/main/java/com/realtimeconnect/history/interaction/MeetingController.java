package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells our other services who met whom, for when interaction-service cannot. */
@RestController
@Tag(name = "Interactions, for services", description = "Refused to people")
class MeetingController {

    private final InteractionLogRepository repository;

    MeetingController(InteractionLogRepository repository) {
        this.repository = repository;
    }

    @GetMapping("/internal/history/interactions/{interactionId}")
    @Operation(summary = "Who met whom in an interaction that ended", description = "404 if it is not logged.")
    MeetingRecord find(@PathVariable UUID interactionId) {
        return repository
                .findMeeting(new InteractionId(interactionId))
                .orElseThrow(() -> Problems.notFound("This interaction is not logged"));
    }
}
