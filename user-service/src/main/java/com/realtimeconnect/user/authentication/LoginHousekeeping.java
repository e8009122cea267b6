package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.outbox.FleetJob;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what no login needs any more, a bounded batch at a time. */
@Configuration(proxyBeanMethods = false)
class LoginHousekeeping {

    private static final Duration KEPT_AFTER_THE_END = Duration.ofDays(30);
    private static final int BATCH = 1000;

    @Bean
    FleetJob loginHousekeepingJob(
            LoginRepository logins,
            RefreshTokenRepository tokens,
            LoginProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        return new FleetJob("login-housekeeping", Duration.ofMinutes(1), () -> {
            var now = clock.instant();
            inBatches(transaction, () -> tokens.wipeSuccessorsAnywhere(now.minus(properties.reuseGrace()), BATCH));
            inBatches(transaction, () -> tokens.deleteExpired(now, BATCH));
            inBatches(transaction, () -> logins.deleteOver(now.minus(KEPT_AFTER_THE_END), BATCH));
        });
    }

    private static void inBatches(TransactionTemplate transaction, IntSupplier batch) {
        int done;
        do {
            var result = transaction.execute(status -> batch.getAsInt());
            done = result == null ? 0 : result;
        } while (done == BATCH);
    }
}
