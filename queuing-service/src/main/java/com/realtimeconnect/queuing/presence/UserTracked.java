package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * This node noted or renewed that it holds sockets of a person. Published inside the person's lock.
 *
 * @param claim the ticket they are claimed for, wherever it was made
 */
public record UserTracked(UserId userId, @Nullable ClaimedTicket claim) {}
