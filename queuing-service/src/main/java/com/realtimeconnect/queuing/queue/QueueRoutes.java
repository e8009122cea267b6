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
        routes.send(
                        "/app/queue/join",
                        "Takes a place in the queue of an intent, or the old place back with an earlier ticket",
                        JoinQueue.class,
                        (command, asked) -> queue.join(command.user(), asked))
                .send(
                        "/app/queue/leave",
                        "Gives the place up; nothing happens to who has none",
                        LeaveQueue.class,
                        (command, asked) -> queue.leave(command.user().id(), LeaveReason.ASKED))
                .tells(
                        "state",
                        "The first event of a subscription: presence, and the place in a queue",
                        QueueState.class)
                .tells("queue-joined", "The place was taken", JoinedQueue.class)
                .tells(
                        "queue-left",
                        "The place is gone, and why; matched: the other service tells with whom",
                        LeftQueue.class);
    }
}
