package com.realtimeconnect.queuing.matching;

import java.time.Instant;
import java.util.UUID;

/** Two tickets that were taken out of line together; their match is on the stream already. */
public record Pairing(UUID matchId, Instant matchedAt, WaitingTicket one, WaitingTicket other) {}
