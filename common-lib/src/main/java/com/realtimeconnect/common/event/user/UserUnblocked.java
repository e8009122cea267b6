package com.realtimeconnect.common.event.user;

import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;

/**
 * One person took a block back. The two may meet again; what they had before stays over.
 *
 * @param at when
 * @param step as of {@link UserBlocked}
 */
public record UserUnblocked(
        @NotNull UserId blocker,
        @NotNull UserId blocked,
        @NotNull Instant at,
        @Positive long step) {}
