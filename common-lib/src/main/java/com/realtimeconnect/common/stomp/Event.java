package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.identity.Uuids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person is told on {@code /user/queue/events}, and also on {@code feed} (such as {@code /topic/rooms/{id}})
 * where they subscribe to it. On the wire it is {@code {id, type, at, data}}.
 */
public record Event(
        UUID id,
        String type,
        Instant at,
        @Nullable Object data,
        @Nullable String feed) {

    public static Event of(String type, Instant at, @Nullable Object data) {
        return new Event(Uuids.next(), type, at, data, null);
    }

    public Event onFeed(String topic) {
        return new Event(id, type, at, data, topic);
    }
}
