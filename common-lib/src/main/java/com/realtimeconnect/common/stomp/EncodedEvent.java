package com.realtimeconnect.common.stomp;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event whose JSON is written already, so that it is written once for any number of sockets and nodes. */
public record EncodedEvent(
        UUID id, @Nullable String feed, @Nullable String correlationId, String body) {}
