package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where admins read what was reported, and decide. */
@RestController
@RequestMapping("/admin")
@Tag(name = "Moderation, for admins", description = "Refused to everybody else")
class ModerationController {

    private final Queues queues;
    private final Decisions decisions;
    private final Clock clock;

    ModerationController(Queues queues, Decisions decisions, Clock clock) {
        this.queues = queues;
        this.decisions = decisions;
        this.clock = clock;
    }

    @GetMapping("/reports")
    @Operation(
            summary = "Reports with their evidence, oldest first",
            description = "status: open, resolved, unverified")
    Page<ReportView> reports(
            @AuthenticationPrincipal AuthenticatedUser admin,
            @RequestParam(defaultValue = "open") String status,
            PageRequest page) {
        return queues.reports(admin.id(), QueueStatus.of(status), page);
    }

    @PostMapping("/reports/{reportId}/resolve")
    @Operation(
            summary = "Decide about a report",
            description = "409 `already-resolved`, `unverified-report`. A hold ends when the last report is dismissed.")
    ReportView resolve(
            @AuthenticationPrincipal AuthenticatedUser admin,
            @PathVariable UUID reportId,
            @Valid @RequestBody ResolveReportRequest asked) {
        return queues.view(decisions.resolve(
                admin.id(), reportId, asked.outcome(), asked.reason().strip()));
    }

    @PostMapping("/users/{userId}/suspend")
    @Operation(
            summary = "Shut a person out, for a time or for good",
            description =
                    "Without until and seconds for good. 409 `already-suspended`, 403 `not-suspendable` for admins.")
    SuspensionResponse suspend(
            @AuthenticationPrincipal AuthenticatedUser admin,
            @PathVariable UUID userId,
            @Valid @RequestBody SuspendRequest asked) {
        var until = asked.end(clock.instant());
        return SuspensionResponse.from(
                decisions.suspend(admin.id(), new UserId(userId), asked.reason().strip(), until));
    }

    @PostMapping("/users/{userId}/reinstate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Let a person back in who is suspended or held back",
            description = "Grants an appeal that waits. 409 `not-suspended`.")
    void reinstate(
            @AuthenticationPrincipal AuthenticatedUser admin,
            @PathVariable UUID userId,
            @Valid @RequestBody ReinstateRequest asked) {
        decisions.reinstate(admin.id(), new UserId(userId), asked.reason().strip());
    }

    @GetMapping("/appeals")
    @Operation(summary = "What suspended people say, oldest first", description = "status: open, resolved")
    Page<AppealView> appeals(
            @AuthenticationPrincipal AuthenticatedUser admin,
            @RequestParam(defaultValue = "open") String status,
            PageRequest page) {
        return queues.appeals(admin.id(), QueueStatus.of(status), page);
    }

    @PostMapping("/appeals/{appealId}/resolve")
    @Operation(summary = "Answer an appeal; granting it reinstates", description = "409 `already-resolved`.")
    AppealView answer(
            @AuthenticationPrincipal AuthenticatedUser admin,
            @PathVariable UUID appealId,
            @Valid @RequestBody ResolveAppealRequest asked) {
        return queues.view(decisions.answer(
                admin.id(), appealId, asked.outcome(), asked.reason().strip()));
    }
}
