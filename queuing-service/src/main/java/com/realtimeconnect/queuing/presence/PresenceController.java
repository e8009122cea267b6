package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Presence over REST. */
@RestController
class PresenceController {

    private final PresenceWatch watch;

    PresenceController(PresenceWatch watch) {
        this.watch = watch;
    }

    @GetMapping("/api/presence")
    List<Presence> look(
            @AuthenticationPrincipal AuthenticatedUser user, @RequestParam(defaultValue = "") List<String> userIds) {
        return watch.look(user.id(), parse(userIds));
    }

    private static List<UserId> parse(List<String> userIds) {
        if (userIds.isEmpty() || userIds.size() > WatchPresence.MOST) {
            throw Problems.invalid("userIds", "must name 1 to " + WatchPresence.MOST + " people");
        }
        try {
            return userIds.stream().map(UserId::of).toList();
        } catch (IllegalArgumentException unreadable) {
            throw Problems.invalid("userIds", "must be UUIDs, with commas between");
        }
    }
}
