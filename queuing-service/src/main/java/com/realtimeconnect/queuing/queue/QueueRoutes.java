package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import com.realtimeconnect.common.stomp.StompRoutes;
import com.realtimeconnect.queuing.matching.LeaveReason;
import org.springframework.stereotype.Component;

/** The queue over STOMP. What came of a command is told by the events {@code queue-joined} and {@code queue-left}. */
@Component
class QueueRoutes implements StompRouteRegistrar {

    private final MatchQueue queue;

    QueueRoutes(MatchQueue queue) {
        this.queue = queue;
    }

    @Override
    public void register(StompRoutes routes) {
        routes.send("/app/queue/join", JoinQueue.class, (command, asked) -> queue.join(command.user(), asked))
                .send(
                        "/app/queue/leave",
                        LeaveQueue.class,
                        (command, asked) -> queue.leave(command.user().id(), LeaveReason.ASKED));
    }
}
