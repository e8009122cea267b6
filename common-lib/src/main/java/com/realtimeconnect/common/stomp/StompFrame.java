package com.realtimeconnect.common.stomp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent.
 *
 * @param headers the first of each name
 * @param body empty, and not what was sent, where the frame was too large to be kept
 */
record StompFrame(String command, Map<String, String> headers, String body, boolean tooLarge) {

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    @Nullable
    String receipt() {
        return headers.get("receipt");
    }
}
