package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person says about another, and what the server knows of it.
 *
 * @param reported null until it is known who the other one was
 * @param reason null for a panic of which nothing more was said
 * @param panic whether the panic button was pressed
 * @param evidence what the services knew when they were asked
 */
public record Report(
        UUID id,
        InteractionId interactionId,
        UserId reporter,
        @Nullable UserId reported,
        @Nullable ReportReason reason,
        @Nullable String details,
        boolean panic,
        Instant createdAt,
        ReportState state,
        Evidence evidence,
        @Nullable Resolution resolution) {

    /**
     * What is known besides the report itself, each as JSON, and null while it is still to be gathered.
     *
     * @param interaction times, states, end and consent log, from interaction-service
     * @param chat the last messages of the two, from communication-service
     */
    public record Evidence(
            @Nullable String interaction, @Nullable String chat) {

        boolean isComplete() {
            return interaction != null && chat != null;
        }
    }

    /** What an admin decided. */
    public record Resolution(UserId by, Instant at, String reason) {}

    boolean says(ReportReason otherReason, @Nullable String otherDetails) {
        return reason == otherReason && Objects.equals(details, otherDetails);
    }
}
