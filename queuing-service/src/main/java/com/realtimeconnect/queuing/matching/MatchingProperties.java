package com.realtimeconnect.queuing.matching;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lease how long a ticket is matched without its node renewing it
 * @param grace how long an absent owner keeps the place
 * @param longestWait after this a ticket leaves the queue by itself
 * @param rematchWindows windows of 64 by 64 tickets that one sweep may try again
 */
@ConfigurationProperties("connect.matching")
@Validated
record MatchingProperties(
        @DefaultValue("6s") Duration lease,
        @DefaultValue("15s") Duration grace,
        @DefaultValue("2h") Duration longestWait,
        @DefaultValue("16") @Positive int rematchWindows) {

    @AssertTrue(message = "grace must be shorter than a minute, which is how long an ended ticket is remembered")
    boolean isGraceRemembered() {
        return grace.compareTo(Duration.ofMinutes(1)) < 0;
    }
}
