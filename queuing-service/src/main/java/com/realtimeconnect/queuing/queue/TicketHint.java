package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.matching.LeaveReason;
import com.realtimeconnect.queuing.matching.WaitingTicket;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says to the nodes that hold a person's sockets that a ticket of theirs is new, has ended, or is to end.
 *
 * @param entered the ticket that is new, if it is known: Redis may have lost it before somebody looks
 * @param left what their sockets are told, if it has ended
 * @param leave why it is to end, though Redis may have lost it
 * @param upTo the last of their tickets that is to end, if that is known
 */
record TicketHint(
        UserId userId,
        @Nullable WaitingTicket entered,
        @Nullable LeftQueue left,
        @Nullable LeaveReason leave,
        @Nullable UUID upTo) {

    static TicketHint entered(UserId user, @Nullable WaitingTicket ticket) {
        return new TicketHint(user, ticket, null, null, null);
    }

    static TicketHint ended(UserId user, LeftQueue left) {
        return new TicketHint(user, null, left, null, null);
    }

    static TicketHint leave(UserId user, LeaveReason reason, @Nullable UUID upTo) {
        return new TicketHint(user, null, null, reason, upTo);
    }
}
