package com.realtimeconnect.common.event.interaction;

import com.realtimeconnect.common.event.Participant;
import com.realtimeconnect.common.identity.InteractionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interaction came to its one end.
 *
 * @param proposedAt when both were told of each other
 * @param connectedAt when she let the call begin, or null if she did not
 * @param startedAt when both heard each other, or null if it never came to that
 * @param durationSeconds from start to end, 0 without a start
 * @param endReason as on the wire, and true: {@code declined} here where the other side was told {@code no-answer}
 * @param endedBy who ended it, or null if the clock or a lost connection did
 * @param video whether video was ever on
 * @param womanWaitSeconds how long she had waited in the queue
 * @param reported whether a report ended it; of other reports user-service tells
 */
public record InteractionEnded(
        @NotNull InteractionId interactionId,
        @NotBlank String intent,
        @NotNull @Valid Participant woman,
        @NotNull @Valid Participant man,
        @NotNull Instant proposedAt,
        @Nullable Instant connectedAt,
        @Nullable Instant startedAt,
        @NotNull Instant endedAt,
        @PositiveOrZero long durationSeconds,
        @NotBlank String endReason,
        @Nullable UUID endedBy,
        boolean video,
        boolean videoRequested,
        boolean videoApproved,
        @PositiveOrZero long womanWaitSeconds,
        @PositiveOrZero long manWaitSeconds,
        boolean reported) {}
