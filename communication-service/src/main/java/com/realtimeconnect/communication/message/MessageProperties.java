package com.realtimeconnect.communication.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param partitionMonthsAhead months beyond the present one whose partition exists
 */
@Validated
@ConfigurationProperties("connect.message")
record MessageProperties(@DefaultValue("3") @Min(1) @Max(24) int partitionMonthsAhead) {}
