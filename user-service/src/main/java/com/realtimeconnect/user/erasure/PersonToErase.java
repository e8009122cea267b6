package com.realtimeconnect.user.erasure;

import com.realtimeconnect.common.identity.UserId;
import java.util.List;
import java.util.UUID;

/**
 * A person's account was scrubbed, and the rest must go. Fact of the outbox, one for each service.
 *
 * @param logins those that were ended by it, whose tokens must be refused
 */
record PersonToErase(UserId person, List<UUID> logins) {

    PersonToErase {
        logins = List.copyOf(logins);
    }
}
