package com.realtimeconnect.common.event.user;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotNull;

/**
 * A person reported an interaction that they were in. May be heard before the interaction is over, and more than once.
 *
 * @param reporter who said so, one of the two
 */
public record InteractionReported(
        @NotNull InteractionId interactionId, @NotNull UserId reporter) {}
