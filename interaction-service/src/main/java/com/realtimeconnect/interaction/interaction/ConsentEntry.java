package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the consent log: what happened, who did it and why.
 *
 * @param number counts from 1 within one interaction
 * @param by who did it, or null for the server
 * @param state where the interaction stood afterwards
 */
public record ConsentEntry(
        int number,
        Instant at,
        ConsentAction action,
        @Nullable UserId by,
        String why,
        InteractionState state) {}
