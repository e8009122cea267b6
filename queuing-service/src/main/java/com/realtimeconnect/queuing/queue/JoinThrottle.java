package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import org.springframework.stereotype.Component;

/** Caps how often a person may join in a minute, over all nodes. */
@Component
class JoinThrottle {

    private final CountJoinScript countJoin;
    private final QueueProperties properties;

    JoinThrottle(CountJoinScript countJoin, QueueProperties properties) {
        this.countJoin = countJoin;
        this.properties = properties;
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException {@code too-many-requests} above the cap */
    void count(UserId user) {
        if (properties.joinsPerMinute() == 0) {
            return;
        }
        var wait = countJoin.run(user, properties.joinsPerMinute());
        if (!wait.isZero()) {
            throw Problems.tooManyRequests(wait);
        }
    }
}
