package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * This node's last socket of a person closed. Published inside the person's lock.
 *
 * @param others nodes that still hold one
 * @param closeCode what the socket closed with
 */
public record UserGone(
        UserId userId,
        List<String> others,
        int closeCode,
        @Nullable ClaimedTicket claim) {

    public UserGone {
        others = List.copyOf(others);
    }

    /** Whether another node still holds a socket of this person. */
    public boolean elsewhere() {
        return !others.isEmpty();
    }
}
