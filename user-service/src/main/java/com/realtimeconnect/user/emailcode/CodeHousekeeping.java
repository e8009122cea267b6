package com.realtimeconnect.user.emailcode;

import com.realtimeconnect.common.outbox.FleetJob;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes codes that are too old. */
@Configuration(proxyBeanMethods = false)
class CodeHousekeeping {

    @Bean
    FleetJob emailCodeHousekeepingJob(CodeLedger ledger, Clock clock) {
        return new FleetJob(
                "email-code-housekeeping", Duration.ofMinutes(5), () -> ledger.deleteExpired(clock.instant()));
    }
}
