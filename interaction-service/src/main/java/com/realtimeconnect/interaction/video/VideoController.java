package com.realtimeconnect.interaction.video;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.interaction.interaction.InteractionRequest;
import com.realtimeconnect.interaction.interaction.InteractionStatus;
import com.realtimeconnect.interaction.interaction.Interactions;
import com.realtimeconnect.interaction.interaction.StatusReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consent to video. */
@RestController
@Tag(name = "Video", description = "Consent to video")
@RequestMapping("/api/interactions")
class VideoController {

    private final Interactions interactions;
    private final StatusReport report;

    VideoController(Interactions interactions, StatusReport report) {
        this.interactions = interactions;
        this.report = report;
    }

    @PostMapping("/request-video")
    @Operation(summary = "Ask for video", description = "Asking is one's own consent; the other one answers.")
    InteractionStatus request(
            @AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody InteractionRequest request) {
        return report.of(interactions.requestVideo(user.id(), request.interactionId()), user.id());
    }

    @PostMapping("/video-response")
    @Operation(summary = "Answer a request for video", description = "A no holds for the rest of the call.")
    InteractionStatus respond(
            @AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody VideoResponseRequest request) {
        return report.of(interactions.answerVideo(user.id(), request.interactionId(), request.approved()), user.id());
    }

    @PostMapping("/revoke-video")
    @Operation(
            summary = "Take the consent back",
            description = "Video is off at once; an offer without it must follow within 5 s, else the call ends.")
    InteractionStatus revoke(
            @AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody InteractionRequest request) {
        return report.of(interactions.revokeVideo(user.id(), request.interactionId()), user.id());
    }
}
