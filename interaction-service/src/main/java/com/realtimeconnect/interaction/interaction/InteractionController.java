package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.interaction.iceserver.IceServers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the two do to their interaction. Each command answers how things stand; repeated, it answers the same. */
@RestController
@Tag(name = "Interactions", description = "What the two do to their interaction; each command answers how things stand")
@RequestMapping("/api/interactions")
class InteractionController {

    private final Interactions interactions;
    private final StatusReport report;
    private final IceServers iceServers;

    InteractionController(Interactions interactions, StatusReport report, IceServers iceServers) {
        this.interactions = interactions;
        this.report = report;
        this.iceServers = iceServers;
    }

    @GetMapping("/current")
    @Operation(summary = "The live interaction I am in", description = "204 if there is none.")
    ResponseEntity<InteractionStatus> current(@AuthenticationPrincipal AuthenticatedUser user) {
        return interactions
                .current(user.id())
                .map(view -> ResponseEntity.ok(report.of(view, user.id())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/ice-servers")
    @Operation(summary = "Fresh TURN credentials", description = "404 `no-interaction` outside of an interaction.")
    IceServersResponse iceServers(@AuthenticationPrincipal AuthenticatedUser user) {
        var view = interactions.current(user.id()).orElseThrow(NoInteractionException::new);
        return new IceServersResponse(iceServers.of(view.id()), iceServers.transportPolicy());
    }

    /** Refused by role before anything is looked up, so that a man learns nothing about an interaction by trying. */
    @PostMapping("/connect")
    @Operation(summary = "Let the call begin", description = "Hers alone: 403 `women-only` for a man.")
    InteractionStatus connect(
            @AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody InteractionRequest request) {
        if (user.role() != Role.FEMALE) {
            throw new WomenOnlyException();
        }
        return report.of(interactions.connect(user.id(), request.interactionId()), user.id());
    }

    @PostMapping("/decline")
    @Operation(summary = "Decline a proposal", description = "He learns only `no-answer`, whatever the cause.")
    InteractionStatus decline(
            @AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody InteractionRequest request) {
        return report.of(interactions.decline(user.id(), request.interactionId()), user.id());
    }

    @PostMapping("/extend")
    @Operation(summary = "Ask for more time", description = "Given when both ask; twice at most.")
    InteractionStatus extend(
            @AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody InteractionRequest request) {
        return report.of(interactions.extend(user.id(), request.interactionId()), user.id());
    }

    @PostMapping("/end")
    @Operation(summary = "Hang up")
    InteractionStatus end(
            @AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody InteractionRequest request) {
        return report.of(interactions.end(user.id(), request.interactionId()), user.id());
    }

    @PostMapping("/feedback")
    @Operation(summary = "Say how it was", description = "After the end, once.")
    InteractionStatus giveFeedback(
            @AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody FeedbackRequest request) {
        var view =
                interactions.giveFeedback(user.id(), request.interactionId(), request.rating(), request.tagsOrNone());
        return report.of(view, user.id());
    }
}
