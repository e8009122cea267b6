package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.queuing.matching.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** My ticket, my place and my wait. */
record QueuePlace(
        UUID ticketId,
        String intent,
        long position,
        long estimatedWaitSeconds,
        Instant joinedAt,
        long waitedSeconds,
        String ticket) {

    static QueuePlace from(Standing.Waiting standing, Instant now) {
        var ticket = standing.ticket();
        return new QueuePlace(
                ticket.ticketId(),
                ticket.intent(),
                standing.place(),
                standing.estimatedWait().toSeconds(),
                ticket.joinedAt(),
                Math.max(0, Duration.between(ticket.joinedAt(), now).toSeconds()),
                ticket.ticket());
    }
}
