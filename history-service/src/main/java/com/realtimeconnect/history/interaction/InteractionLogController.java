package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.event.interaction.InteractionEnded;
import com.realtimeconnect.common.event.interaction.InteractionsEnded;
import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Interactions", description = "Meetings that ended")
class InteractionLogController {

    private final InteractionLog log;

    InteractionLogController(InteractionLog log) {
        this.log = log;
    }

    /** The answer to a log entry: the same whether it is new (201) or was there (200). */
    record Receipt(InteractionId interactionId) {}

    @PostMapping("/api/history/log-interaction")
    @Operation(
            summary = "Log an interaction that ended (services only)",
            description = "201 the first time, 200 for the same again, 409 conflicting-interaction for another body.")
    ResponseEntity<Receipt> log(@Valid @RequestBody InteractionEnded interaction) {
        var created = log.record(interaction);
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Receipt(interaction.interactionId()));
    }

    @PostMapping("/internal/history/interactions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Log several interactions that ended (services only)",
            description = "All of them, each once, or none if one is refused as it would be alone.")
    void logAll(@Valid @RequestBody InteractionsEnded ended) {
        log.recordAll(ended.interactions());
    }

    @GetMapping("/api/history/interactions")
    @Operation(
            summary = "My interactions, newest first",
            description = "from (inclusive) and to (exclusive) are compared with endedAt.")
    Page<LoggedInteraction> mine(
            @Parameter(hidden = true) @AuthenticationPrincipal AuthenticatedUser me,
            @RequestParam(required = false) @Schema(format = "date-time") @Nullable String from,
            @RequestParam(required = false) @Schema(format = "date-time") @Nullable String to,
            @RequestParam(required = false) @Nullable String intent,
            @RequestParam(required = false) @Schema(implementation = EndReason.class) @Nullable String endReason,
            PageRequest page) {
        return log.of(me.id(), InteractionFilter.parse(from, to, intent, endReason), page);
    }
}
