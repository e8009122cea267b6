package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.queuing.matching.WaitingTicket;
import java.time.Duration;
import java.util.UUID;

/**
 * A place in a queue, just taken or had already; also the data of the event {@code queue-joined}.
 *
 * @param position counted from 1
 * @param ticket signed; sent again in a later join it restores the place
 */
record JoinedQueue(UUID ticketId, String intent, long position, long estimatedWaitSeconds, String ticket) {

    static JoinedQueue from(WaitingTicket ticket, long position, Duration estimatedWait) {
        return new JoinedQueue(
                ticket.ticketId(), ticket.intent(), position, estimatedWait.toSeconds(), ticket.ticket());
    }
}
