package com.realtimeconnect.communication.delivery;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param resumeGrace how long the messages of a room wait, on a socket that has just come, for the client to resume
 *     there; 0 lets them through at once
 * @param checkEvery the pause between two looks for messages whose hint was lost
 * @param checkBack how much further back than the look before each look goes, for clocks that differ and slow commits
 */
@Validated
@ConfigurationProperties("connect.delivery")
record DeliveryProperties(
        @DefaultValue("1s") Duration resumeGrace,
        @DefaultValue("2s") Duration checkEvery,
        @DefaultValue("10s") Duration checkBack) {

    @AssertTrue(message = "resume-grace and check-back must not be negative, check-every must be positive")
    boolean isInRange() {
        return !resumeGrace.isNegative() && checkEvery.isPositive() && !checkBack.isNegative();
    }
}
