package com.realtimeconnect.common.event.user;

import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;

/**
 * A person was held back from matching, suspended, or let back in.
 *
 * @param version grows with each change of one person's standing: of two facts the one with the higher counts, whichever
 *     comes last
 */
public record StandingChanged(
        @NotNull UserId userId,
        @Positive long version,
        @NotNull Standing standing,
        @NotNull Instant at) {}
