package com.realtimeconnect.common.event.queuing;

import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two waiting people fit each other. Both have left the queue; nobody told them yet.
 *
 * @param correlationId of the join that completed the pair; null if a sweep found it
 */
public record MatchFound(
        UUID matchId,
        String intent,
        Instant matchedAt,
        MatchedTicket woman,
        MatchedTicket man,
        @Nullable String correlationId) {

    /**
     * The place that one of them had.
     *
     * @param ticket the signed ticket that gives the place back if the match fails
     */
    public record MatchedTicket(UUID ticketId, UserId userId, Instant joinedAt, String ticket) {}
}
