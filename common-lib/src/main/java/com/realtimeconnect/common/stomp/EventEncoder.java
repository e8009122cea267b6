package com.realtimeconnect.common.stomp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.observability.CorrelationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as clients read them, with the correlation id of the work that made them. */
public final class EventEncoder {

    private final JsonMapper json;
    private final StompRoutes routes;

    EventEncoder(JsonMapper json, StompRoutes routes) {
        this.json = json;
        this.routes = routes;
    }

    /** @throws IllegalStateException if {@link StompRoutes} know no such event */
    public EncodedEvent encode(Event event) {
        routes.requireRegistered(event);
        var body = json.writeValueAsString(new Body(event.id(), event.type(), event.at(), event.data()));
        return new EncodedEvent(event.id(), event.feed(), CorrelationId.current(), body);
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Body(
            UUID id, String type, Instant at, @Nullable Object data) {}
}
