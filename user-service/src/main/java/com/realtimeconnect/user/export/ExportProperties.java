package com.realtimeconnect.user.export;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often and how much is exported.
 *
 * @param perDay exports a person may have within a day; 0 switches the cap off
 * @param atOnce exports that one node makes at the same time
 * @param patience how long one other service may take
 */
@ConfigurationProperties("connect.export")
@Validated
record ExportProperties(
        @DefaultValue("3") @Min(0) int perDay,
        @DefaultValue("4") @Min(1) int atOnce,
        @DefaultValue("30s") Duration patience) {}
