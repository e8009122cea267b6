package com.realtimeconnect.interaction.interaction;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * How long each part of a meeting may take.
 *
 * @param call how long the two talk; an extension adds as much again
 * @param proposal how long she has to let a call begin
 * @param connecting how long the browsers have to find each other
 * @param reconnectGrace how long somebody's sockets may be gone during a call
 * @param rematch for how long two who met are not matched again
 */
@ConfigurationProperties("connect.interaction")
@Validated
public record CallTiming(
        @DefaultValue("180") @DurationUnit(ChronoUnit.SECONDS)
        Duration call,

        @DefaultValue("15") @DurationUnit(ChronoUnit.SECONDS)
        Duration proposal,

        @DefaultValue("15") @DurationUnit(ChronoUnit.SECONDS)
        Duration connecting,

        @DefaultValue("20") @DurationUnit(ChronoUnit.SECONDS)
        Duration reconnectGrace,

        @DefaultValue("24") @DurationUnit(ChronoUnit.HOURS) Duration rematch) {

    @AssertTrue(message = "every time must be a second or more, and a call a day at most")
    boolean isSensible() {
        return Stream.of(call, proposal, connecting, reconnectGrace)
                        .allMatch(time -> time.compareTo(Duration.ofSeconds(1)) >= 0)
                && call.compareTo(Duration.ofDays(1)) <= 0
                && !rematch.isNegative();
    }
}
