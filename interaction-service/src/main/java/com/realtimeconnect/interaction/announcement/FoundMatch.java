package com.realtimeconnect.interaction.announcement;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.interaction.iceserver.IceServer;
import com.realtimeconnect.interaction.interaction.InteractionStatus;
import com.realtimeconnect.interaction.interaction.PersonCard;
import java.time.Instant;
import java.util.List;

/** Somebody was found. */
record FoundMatch(
        InteractionId interactionId,
        String intent,
        PersonCard peer,
        String role,
        List<IceServer> iceServers,
        String iceTransportPolicy,
        Instant respondBy,
        int callSeconds) {

    static FoundMatch from(InteractionStatus status) {
        return new FoundMatch(
                status.interactionId(),
                status.intent(),
                status.peer(),
                status.role(),
                status.iceServers(),
                status.iceTransportPolicy(),
                status.respondBy(),
                status.callSeconds());
    }
}
