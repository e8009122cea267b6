package com.realtimeconnect.user.audit;

import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows admins what admins did. */
@RestController
@Tag(name = "Moderation, for admins", description = "Refused to everybody else")
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/admin/audit")
    @Operation(summary = "What admins did, newest first")
    Page<AuditEntry> page(PageRequest page) {
        return trail.page(page);
    }
}
