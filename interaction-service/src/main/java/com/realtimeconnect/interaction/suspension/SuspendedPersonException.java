package com.realtimeconnect.interaction.suspension;

import com.realtimeconnect.common.identity.UserId;
import java.util.Set;

/** One of two who were matched is suspended by now. */
public class SuspendedPersonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<UserId> suspended;

    SuspendedPersonException(Set<UserId> suspended) {
        super("Suspended: " + suspended);
        this.suspended = Set.copyOf(suspended);
    }

    public boolean isAbout(UserId user) {
        return suspended.contains(user);
    }
}
