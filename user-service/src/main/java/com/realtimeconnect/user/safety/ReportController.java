package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where people say that somebody behaved badly, and where they get out. */
@RestController
@Tag(name = "Safety")
class ReportController {

    private final ReportDesk desk;
    private final PanicButton button;

    ReportController(ReportDesk desk, PanicButton button) {
        this.desk = desk;
        this.button = button;
    }

    @PostMapping("/safety/reports")
    @Operation(
            summary = "Report the other one of an interaction",
            description = "Within 7 days, once: 201 the first time, 200 for the same again, 409 `already-reported` "
                    + "for something else, 429 after many in a day. 404 for an interaction that is not mine, or too long ago. "
                    + "A call that goes on ends.")
    ResponseEntity<ReportResponse> report(
            @AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody ReportRequest asked) {
        var filed = desk.file(user.id(), asked.interactionId(), asked.reason(), asked.detailsOrNone());
        return ResponseEntity.status(filed.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ReportResponse.from(filed.report()));
    }

    @PostMapping("/safety/panic")
    @Operation(
            summary = "End the call, block the other one and report it, in one step",
            description =
                    "May be repeated. What cannot be done at once, because a part is down, is done as soon as it can.")
    PanicResponse panic(@AuthenticationPrincipal AuthenticatedUser user, @Valid @RequestBody PanicRequest asked) {
        var report = button.press(user.id(), asked.interactionId());
        return new PanicResponse(report.id(), report.interactionId());
    }
}
