package com.realtimeconnect.common.event.user;

import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;

/**
 * One person wants nothing to do with another any more. It works both ways, from that moment on and for all they had before.
 *
 * @param at when
 * @param step grows with everything one person decides about another: of two facts about the same two, in the same
 *     direction, the one with the higher step is the truth
 */
public record UserBlocked(
        @NotNull UserId blocker,
        @NotNull UserId blocked,
        @NotNull Instant at,
        @Positive long step) {}
