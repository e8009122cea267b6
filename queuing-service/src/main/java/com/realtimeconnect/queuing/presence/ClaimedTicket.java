package com.realtimeconnect.queuing.presence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ticket a person is claimed for, as their claim says. */
public record ClaimedTicket(UUID ticketId, String intent) {

    static @Nullable ClaimedTicket of(String ticketId, String intent) {
        return ticketId.isEmpty() ? null : new ClaimedTicket(UUID.fromString(ticketId), intent);
    }
}
