package com.realtimeconnect.common.event.interaction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Several interactions came to their end, and are told of together.
 *
 * @param interactions each another one
 */
public record InteractionsEnded(@NotEmpty @Size(max = MOST) List<@NotNull @Valid InteractionEnded> interactions) {

    /** At a time. */
    public static final int MOST = 100;
}
