package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Asks to be told of these people's presence. */
record WatchPresence(
        @NotNull @Size(max = WatchPresence.MOST) List<@NotNull UserId> userIds) {

    static final int MOST = 200;
}
