package com.realtimeconnect.common.outbox;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stores the data of tasks as JSON, readable in the database and not bound to class files. */
class OutboxSerializer implements Serializer {

    private final JsonMapper json;

    OutboxSerializer(JsonMapper json) {
        this.json = json;
    }

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : json.writeValueAsBytes(data);
    }

    @Override
    @SuppressWarnings("NullAway") // the library stores null for a task without data, and wants it back
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
        return stored == null ? null : json.readValue(stored, type);
    }
}
