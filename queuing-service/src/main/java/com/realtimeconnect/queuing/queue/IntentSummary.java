package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.queuing.matching.QueueLength;
import com.realtimeconnect.queuing.matching.Side;

/** How one queue looks to a person who thinks of joining it. */
record IntentSummary(String intent, String label, long waitingWomen, long waitingMen, long estimatedWaitSeconds) {

    static IntentSummary from(QueueLength length, Side side) {
        return new IntentSummary(
                length.intent().name(),
                length.intent().label(),
                length.women(),
                length.men(),
                length.estimatedWait(side).toSeconds());
    }
}
