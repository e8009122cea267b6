package com.realtimeconnect.common.event.interaction;

import com.realtimeconnect.common.event.Participant;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.RoomId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** Both wanted to keep each other: they are connected and may chat in a room. */
public record ConnectionFormed(
        @NotNull UUID connectionId,
        @NotNull RoomId roomId,
        @NotNull InteractionId interactionId,
        @NotNull Instant since,
        @NotNull @Valid Participant woman,
        @NotNull @Valid Participant man) {}
