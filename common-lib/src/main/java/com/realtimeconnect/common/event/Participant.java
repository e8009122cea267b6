package com.realtimeconnect.common.event;

import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** One of the two people of an interaction, with the name shown at that time. */
public record Participant(
        @NotNull UserId userId, @NotBlank @Size(max = 100) String displayName) {}
