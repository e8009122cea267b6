package com.realtimeconnect.user.safety;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many people one person can block and report. 0 switches a cap off.
 *
 * @param blocksPerDay new blocks within a day
 * @param blocksAtMost blocks that are in force, which every ticket in a queue carries
 * @param reportsPerDay reports within a day
 */
@ConfigurationProperties("connect.safety")
@Validated
record SafetyProperties(
        @DefaultValue("100") @Min(0) int blocksPerDay,
        @DefaultValue("1000") @Min(0) int blocksAtMost,
        @DefaultValue("50") @Min(0) int reportsPerDay) {}
