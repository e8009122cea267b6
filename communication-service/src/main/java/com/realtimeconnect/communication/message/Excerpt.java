package com.realtimeconnect.communication.message;

import java.util.List;

/** What two people wrote to each other last, oldest first. */
record Excerpt(List<Message> messages) {

    Excerpt {
        messages = List.copyOf(messages);
    }
}
