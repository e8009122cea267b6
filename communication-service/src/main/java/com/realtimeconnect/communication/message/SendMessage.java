package com.realtimeconnect.communication.message;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What a client sends.
 *
 * @param clientMessageId the client's own name of the message, unique among what this person sends to the room
 * @param body see {@link MessageBody}
 */
record SendMessage(
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}", message = "must be 1 to 64 letters, digits or any of . _ : -")
        String clientMessageId,

        @NotNull String body) {}
