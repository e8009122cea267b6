package com.realtimeconnect.interaction.announcement;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.interaction.interaction.EndReason;
import com.realtimeconnect.interaction.interaction.VideoState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data of the events that a call brings. */
final class CallEvents {

    private CallEvents() {}

    /** She let it begin: the browsers have until {@code connectBy}. */
    record CallConnecting(
            InteractionId interactionId, @Nullable Instant connectBy) {}

    record CallStarted(
            InteractionId interactionId,
            @Nullable Instant startedAt,
            @Nullable Instant endsAt,
            Instant serverNow) {}

    record CallExtended(
            InteractionId interactionId, @Nullable Instant endsAt, Instant serverNow) {}

    record CallEnded(InteractionId interactionId, @Nullable EndReason reason, long durationSeconds) {}

    /** Also for a peer that is back. */
    record PeerReconnecting(InteractionId interactionId) {}

    /** @param by who asked, answered or took it back; null if time did */
    record VideoChanged(
            InteractionId interactionId, @Nullable UserId by, VideoState video) {}
}
