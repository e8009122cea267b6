package com.realtimeconnect.communication.inbox;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InboxController {

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    /** My rooms, latest first. */
    @GetMapping("/api/rooms")
    Page<InboxEntry> list(@AuthenticationPrincipal AuthenticatedUser user, PageRequest page) {
        return inbox.page(user.id(), page);
    }
}
