package com.realtimeconnect.communication.rate;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Counted for messages, and once more for everything else a client sends to a room.
 *
 * @param perSecond how much a person may send per second on average; 0 lifts the cap
 * @param burst how much a person may send at once
 */
@Validated
@ConfigurationProperties("connect.rate")
public record RateProperties(
        @DefaultValue("5") @PositiveOrZero double perSecond,
        @DefaultValue("20") @Min(1) int burst) {}
