package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.identity.UserId;
import java.util.Set;

/**
 * Somebody whose report counts.
 *
 * @param networks where they logged in from lately
 */
record Witness(UserId person, Set<String> networks) {

    Witness {
        networks = Set.copyOf(networks);
    }
}
