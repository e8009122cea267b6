package com.realtimeconnect.queuing.matching;

import org.jspecify.annotations.Nullable;

/**
 * What renewing the lease of one ticket found.
 *
 * @param end how it ended, if it did
 */
public record Renewal(
        WaitingTicket ticket, State state, @Nullable TicketEnd end) {

    /** The four cases. */
    public enum State {
        /** In line, and leased again. */
        LEASED,
        /** Set aside; it can be brought back. */
        AWAY,
        /** Not in the queue any more. */
        ENDED,
        /** Redis knows nothing of it. */
        LOST
    }
}
