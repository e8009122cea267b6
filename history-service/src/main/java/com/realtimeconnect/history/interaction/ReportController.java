package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.event.user.InteractionReported;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where user-service tells of reports. A fact may come twice, and before the interaction is over. */
@RestController
@Tag(name = "Interactions, for services", description = "Refused to people")
class ReportController {

    private final InteractionReports reports;

    ReportController(InteractionReports reports) {
        this.reports = reports;
    }

    @PostMapping("/internal/history/reports")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Count a report of an interaction",
            description = "Once for each of the two, however often it is told.")
    void reported(@Valid @RequestBody InteractionReported fact) {
        reports.note(fact);
    }
}
