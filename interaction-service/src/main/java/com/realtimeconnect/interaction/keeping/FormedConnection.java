package com.realtimeconnect.interaction.keeping;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.realtimeconnect.common.identity.RoomId;
import java.time.Instant;
import java.util.UUID;

/** The connection that counts for two people, as history answers: the one they have already if they have one. It may say more. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FormedConnection(UUID connectionId, RoomId roomId, Instant since) {}
