package com.realtimeconnect.queuing.matching;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands. */
public sealed interface Standing {

    /**
     * @param place counted from 1; of an owner who is away, the one to come back to
     * @param estimatedWait a guess from the pace of late
     */
    record Waiting(WaitingTicket ticket, boolean away, long place, Duration estimatedWait) implements Standing {}

    /** @param end how it ended, or null if nothing is known of it */
    record Gone(@Nullable TicketEnd end) implements Standing {}
}
