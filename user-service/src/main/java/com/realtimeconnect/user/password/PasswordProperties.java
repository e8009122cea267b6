package com.realtimeconnect.user.password;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What hashing may cost.
 *
 * @param bcryptCost each step doubles the work; in production never under {@link #LOWEST_PRODUCTION_COST}
 * @param concurrency how many passwords are hashed at once; 0 means one less than there are cores, and at least one
 * @param queue how many may wait for a turn; who finds it full is told to come back
 * @param patience how long one waits for a turn and the work itself
 */
@ConfigurationProperties("connect.passwords")
@Validated
record PasswordProperties(
        @DefaultValue("12") @Min(4) @Max(18) int bcryptCost,
        @DefaultValue("0") @Min(0) int concurrency,
        @DefaultValue("32") @Min(1) int queue,
        @DefaultValue("10s") Duration patience) {

    static final int LOWEST_PRODUCTION_COST = 12;

    int threads() {
        return concurrency > 0 ? concurrency : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
