package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import java.util.Map;

/** A SEND or SUBSCRIBE that found its route: from whom, and what stood in the variable parts of the destination. */
public record StompCommand(StompSession session, Map<String, String> variables) {

    public AuthenticatedUser user() {
        return session.user();
    }

    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no variable " + name);
        }
        return value;
    }
}
