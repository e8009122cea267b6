package com.realtimeconnect.communication.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as both members see it, over REST and as the data of the event {@code message}.
 *
 * @param body null once the message is deleted
 * @param deletedAt left out of the JSON unless the message is deleted
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Message(
        RoomId roomId,
        long seq,
        UUID messageId,
        String clientMessageId,
        UserId senderId,
        @Nullable String body,
        Instant sentAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) {

    boolean isDeleted() {
        return deletedAt != null;
    }

    Message deleted(Instant at) {
        return new Message(roomId, seq, messageId, clientMessageId, senderId, null, sentAt, at);
    }

    /** Whether a client that names its message so and writes this means this message. Of a deleted one only the name is left. */
    boolean isRepeatedBy(MessageBody repeated) {
        return isDeleted() || repeated.text().equals(body);
    }
}
