package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.intent.Intent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long both lines of a queue are, and who waits longest. */
public record QueueLength(
        Intent intent,
        long women,
        long men,
        Duration longestWaitOfWomen,
        Duration longestWaitOfMen,
        @Nullable Duration pace) {

    /** What a person who joins this side now may expect. */
    public Duration estimatedWait(Side side) {
        var own = side == Side.WOMEN ? women : men;
        var facing = side == Side.WOMEN ? men : women;
        return WaitEstimate.of(own + 1 - Math.min(facing, own + 1), pace);
    }
}
