package com.realtimeconnect.queuing.ticket;

import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a signed ticket says: who waits for what since when, and with which wishes.
 *
 * @param expiresAt until when it is good for the place on its own word
 */
public record PlaceTicket(
        UUID ticketId,
        UserId userId,
        String intent,
        Instant joinedAt,
        List<String> languages,
        int ageMin,
        int ageMax,
        Instant expiresAt) {

    public PlaceTicket {
        languages = List.copyOf(languages);
    }
}
