package com.realtimeconnect.interaction.signaling;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one participant may send.
 *
 * @param ratePerSecond messages on average; 0 switches the cap off
 * @param burst messages at once
 */
@ConfigurationProperties("connect.signaling")
@Validated
record SignalingProperties(
        @DefaultValue("20") double ratePerSecond,
        @DefaultValue("200") int burst) {

    @AssertTrue(message = "SIGNALING_RATE_PER_SECOND is 0 or more, and the burst 1 or more")
    boolean isSensible() {
        return ratePerSecond >= 0 && burst >= 1;
    }
}
