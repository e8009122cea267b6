package com.realtimeconnect.history.analytics;

import com.realtimeconnect.history.interaction.Timestamps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Analytics", description = "For administrators")
class AnalyticsController {

    private final AnalyticsQueries queries;
    private final Clock clock;

    AnalyticsController(AnalyticsQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping("/api/history/analytics")
    @Operation(
            summary = "Figures of all calls by time and intent",
            description =
                    "from and to are widened to whole buckets in UTC. At most 744 hours, 366 days or 53 weeks at once. Groups of fewer than 5 people are left out and counted.")
    Analytics analytics(
            @RequestParam(required = false) @Schema(format = "date-time") @Nullable String from,
            @RequestParam(required = false) @Schema(format = "date-time") @Nullable String to,
            @RequestParam(defaultValue = "day") @Schema(implementation = Bucket.class) String bucket) {
        return queries.of(AnalyticsRange.of(
                Timestamps.parse("from", from), Timestamps.parse("to", to), Bucket.parse(bucket), clock.instant()));
    }
}
