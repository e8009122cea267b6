package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.UserId;

/** The Redis keys of one person. They share a hash tag, so that one script may use them together in a cluster. */
public record UserSlot(UserId userId) {

    /** Nodes that hold sockets of this person, by end of lease. */
    public String presence() {
        return key("presence:");
    }

    /** Exists while a short drop is hidden. */
    String lingering() {
        return key("presence:lingering:");
    }

    /** The one queue this person may be in. */
    public String claim() {
        return key("queuing:user:");
    }

    /** The place they left last. */
    public String lastPlace() {
        return key("queuing:place:");
    }

    /** How often they joined in the running minute. */
    public String joins() {
        return key("queuing:joins:");
    }

    /** Written by interaction-service while a call lives. */
    String liveInteraction() {
        return key("interaction:live:");
    }

    private String key(String prefix) {
        return prefix + "{" + userId + "}";
    }
}
