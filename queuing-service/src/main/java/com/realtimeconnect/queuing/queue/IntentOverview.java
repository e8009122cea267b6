package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.queuing.matching.QueueLengths;
import com.realtimeconnect.queuing.matching.Side;
import java.util.List;
import org.springframework.stereotype.Component;

/** All intents at a glance. */
@Component
class IntentOverview {

    private final QueueLengths lengths;

    IntentOverview(QueueLengths lengths) {
        this.lengths = lengths;
    }

    /** With the wait that this role may expect; an admin, who never waits, sees that of a man. */
    List<IntentSummary> of(Role role) {
        var side = role == Role.FEMALE ? Side.WOMEN : Side.MEN;
        return lengths.read().stream()
                .map(length -> IntentSummary.from(length, side))
                .toList();
    }
}
