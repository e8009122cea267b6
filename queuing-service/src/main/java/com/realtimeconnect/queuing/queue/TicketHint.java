package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Says to the nodes that hold a person's sockets that a ticket of theirs is new, or has ended.
 *
 * @param left what their sockets are told, if it has ended
 */
record TicketHint(UserId userId, @Nullable LeftQueue left) {}
