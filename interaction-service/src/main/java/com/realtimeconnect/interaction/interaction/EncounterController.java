package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.event.interaction.MatchExclusions;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For our own services: who met whom, and ending what must not go on. */
@RestController
@Tag(name = "Encounters, for services", description = "Refused to people")
@RequestMapping("/internal/interactions")
class EncounterController {

    private final Encounters encounters;
    private final Interactions interactions;

    EncounterController(Encounters encounters, Interactions interactions) {
        this.encounters = encounters;
        this.interactions = interactions;
    }

    @GetMapping("/exclusions")
    @Operation(summary = "With whom people are not to be matched now, in the order in which they are asked for")
    List<MatchExclusions> exclusions(@RequestParam("id") @Size(max = MatchExclusions.MOST_AT_ONCE) Set<UUID> ids) {
        return encounters.exclusionsOf(ids.stream().map(UserId::new).toList());
    }

    @GetMapping("/between/{one}/{other}")
    EncounterResponse between(@PathVariable UUID one, @PathVariable UUID other) {
        return encounters.between(new UserId(one), new UserId(other));
    }

    @GetMapping("/{interactionId}")
    @Operation(summary = "All that is known of an interaction, for moderation", description = "404 if there is none.")
    InteractionRecord account(@PathVariable UUID interactionId) {
        return encounters.account(new InteractionId(interactionId));
    }

    /** Ends it for a block, a report or a suspension; ended before, it stays as it was. */
    @PostMapping("/{interactionId}/cut")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cut(@PathVariable UUID interactionId, @Valid @RequestBody CutRequest request) {
        interactions.cut(
                request.by(), new InteractionId(interactionId), request.reason().endReason());
    }
}
