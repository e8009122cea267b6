package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.identity.UserId;
import java.util.Set;

/** What the log holds about these people is another now; told inside the transaction that changed it. */
public record HistoryChanged(Set<UserId> people) {

    public HistoryChanged {
        people = Set.copyOf(people);
    }
}
