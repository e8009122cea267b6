package com.realtimeconnect.user.throttle;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one may guess.
 *
 * @param accountAttempts wrong tries on one account before the first wait; 0 switches the cap off
 * @param addressAttempts wrong tries from one address before the first wait; 0 switches the cap off
 * @param firstWait the first wait; each further wrong try doubles it
 * @param longestWait where doubling ends
 * @param memory how long after the last try the count is forgotten
 * @param familiarFor how long a network is remembered from which a person logged in
 * @param trustedProxies networks (CIDR) whose X-Forwarded-For is believed; none by default
 */
@ConfigurationProperties("connect.login")
@Validated
record ThrottleProperties(
        @DefaultValue("5") @Min(0) int accountAttempts,
        @DefaultValue("50") @Min(0) int addressAttempts,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("30m") Duration memory,
        @DefaultValue("30d") Duration familiarFor,
        @DefaultValue List<String> trustedProxies) {

    ThrottleProperties {
        trustedProxies = List.copyOf(trustedProxies);
    }

    @AssertTrue(
            message =
                    "LOGIN_MEMORY must not be shorter than LOGIN_LONGEST_WAIT, which must not be shorter than LOGIN_FIRST_WAIT")
    boolean isOrdered() {
        return memory.compareTo(longestWait) >= 0 && longestWait.compareTo(firstWait) >= 0;
    }
}
