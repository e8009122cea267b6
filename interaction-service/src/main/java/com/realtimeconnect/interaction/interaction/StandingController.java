package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.interaction.suspension.SuspendedPeople;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where user-service says who may take part. */
@RestController
@Tag(name = "Encounters, for services", description = "Refused to people")
class StandingController {

    private final SuspendedPeople suspended;
    private final Interactions interactions;

    StandingController(SuspendedPeople suspended, Interactions interactions) {
        this.suspended = suspended;
        this.interactions = interactions;
    }

    /** Noted first, so that no call can begin any more; then the one that goes on ends. */
    @PostMapping("/internal/standings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@Valid @RequestBody StandingChanged change) {
        if (suspended.note(change)) {
            interactions
                    .current(change.userId())
                    .ifPresent(view -> interactions.cut(change.userId(), view.id(), EndReason.SUSPENDED));
        }
    }
}
