package com.realtimeconnect.history.interaction;

import java.util.List;

/** Interactions were written to the log; told inside the transaction that wrote them. */
public record InteractionsLogged(List<MeetingRecord> meetings) {

    public InteractionsLogged {
        meetings = List.copyOf(meetings);
    }
}
