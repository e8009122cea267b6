package com.realtimeconnect.user.moderation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When open reports hold a person back from matching until an admin has decided.
 *
 * @param reporters how many different trustworthy people must have reported; 0 switches the rule off
 * @param within how old their reports may be
 * @param reporterAge how old an account must have been when it reported
 * @param falseAlarms from how many dismissed reports on, within that time, somebody's word does not count
 * @param sameNetworkOnce whether people who logged in from the same address count as one
 */
@ConfigurationProperties("connect.moderation.hold")
@Validated
record HoldRule(
        @DefaultValue("3") @Min(0) int reporters,
        @DefaultValue("30d") @NotNull Duration within,
        @DefaultValue("7d") @NotNull Duration reporterAge,
        @DefaultValue("3") @Min(1) int falseAlarms,
        @DefaultValue("true") boolean sameNetworkOnce) {

    @AssertTrue(message = "HOLD_REPORTERS must be 0 or more than 1: nobody is held back by one person's word")
    boolean isMoreThanOneWord() {
        return reporters != 1;
    }

    boolean isOff() {
        return reporters == 0;
    }
}
