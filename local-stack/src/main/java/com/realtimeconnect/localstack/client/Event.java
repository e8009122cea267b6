package com.realtimeconnect.localstack.client;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * Something a service told a person over a socket.
 *
 * @param arrivedNanos when it was here, by {@link System#nanoTime}
 */
public record Event(String id, String type, Instant at, JsonNode data, long arrivedNanos) {

    static Event from(JsonNode body) {
        return new Event(
                body.path("id").asString(""),
                body.path("type").asString(""),
                Instant.parse(body.path("at").asString("")),
                body.path("data"),
                System.nanoTime());
    }

    public String text(String field) {
        return data.path(field).asString("");
    }

    public Instant instant(String field) {
        return Instant.parse(text(field));
    }
}
