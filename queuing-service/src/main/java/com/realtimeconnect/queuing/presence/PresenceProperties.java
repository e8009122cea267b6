package com.realtimeconnect.queuing.presence;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lease how long a node's word for its sockets is good
 * @param renewEvery how often it is given again
 * @param hiddenDrop a drop shorter than this shows nobody offline
 * @param lookAgain how often watched people are looked up, in case a hint was lost
 * @param trustConnections how long the list of somebody's connections is used before it is asked for again
 */
@ConfigurationProperties("connect.presence")
@Validated
record PresenceProperties(
        @DefaultValue("45s") Duration lease,
        @DefaultValue("15s") Duration renewEvery,
        @DefaultValue("5s") Duration hiddenDrop,
        @DefaultValue("30s") Duration lookAgain,
        @DefaultValue("30s") Duration trustConnections) {

    @AssertTrue(message = "a lease must outlive two renewals")
    boolean isLeaseRenewedInTime() {
        return lease.compareTo(renewEvery.multipliedBy(2)) >= 0;
    }
}
