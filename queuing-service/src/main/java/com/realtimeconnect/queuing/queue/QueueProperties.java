package com.realtimeconnect.queuing.queue;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param joinsPerMinute of one person; 0 switches the cap off
 * @param renewEvery how often a node renews the tickets of its sockets, and finds those that Redis lost
 * @param sweepEvery how often the queues are cleared up and searched again
 * @param enterWithin the window between claim and entry
 * @param claimLife how long a claim lives without the person's presence being renewed
 * @param settle how soon after a match interaction-service surely knows of it
 */
@ConfigurationProperties("connect.queue")
@Validated
record QueueProperties(
        @DefaultValue("20") @PositiveOrZero int joinsPerMinute,
        @DefaultValue("2s") Duration renewEvery,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("5s") Duration enterWithin,
        @DefaultValue("45s") Duration claimLife,
        @DefaultValue("5s") Duration settle) {}
