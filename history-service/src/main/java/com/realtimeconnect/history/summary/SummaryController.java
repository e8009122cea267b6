package com.realtimeconnect.history.summary;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Summary", description = "What my calls add up to")
class SummaryController {

    private final SummaryCache cache;
    private final SummaryQuery query;

    SummaryController(SummaryCache cache, SummaryQuery query) {
        this.cache = cache;
        this.query = query;
    }

    @GetMapping("/api/history/summary")
    @Operation(summary = "My totals: calls, minutes, kept; by intent and by week")
    Summary mine(@Parameter(hidden = true) @AuthenticationPrincipal AuthenticatedUser me) {
        return cache.of(me.id(), () -> query.of(me.id()));
    }
}
