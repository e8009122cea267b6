package com.realtimeconnect.interaction.keeping;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.interaction.interaction.Interactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decision to stay in touch. What comes of it comes as the event {@code connected}, never as this answer. */
@RestController
@Tag(name = "Keeping", description = "Staying in touch")
@RequestMapping("/api/interactions")
class KeepController {

    private final Interactions interactions;

    KeepController(Interactions interactions) {
        this.interactions = interactions;
    }

    @PostMapping("/keep")
    @Operation(summary = "Decide to stay in touch or not", description = "In the call and for 24 hours after.")
    KeepResponse keep(@AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody KeepRequest request) {
        interactions.keep(user.id(), request.interactionId(), request.keep());
        return new KeepResponse(request.interactionId(), request.keep());
    }
}
