package com.realtimeconnect.interaction.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.interaction.iceserver.IceServer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as one of the two may see it.
 *
 * @param role {@code offerer} for her, {@code answerer} for him
 * @param negotiationId the number of the offer that stands, 0 before the first
 * @param endReason why it ended; only there once it has
 */
public record InteractionStatus(
        InteractionId interactionId,
        String intent,
        PersonCard peer,
        String role,
        List<IceServer> iceServers,
        String iceTransportPolicy,
        Instant respondBy,
        int callSeconds,
        InteractionState state,
        long negotiationId,
        @Nullable Instant startedAt,
        @Nullable Instant endsAt,
        VideoState video,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EndReason endReason,
        Instant serverNow) {}
