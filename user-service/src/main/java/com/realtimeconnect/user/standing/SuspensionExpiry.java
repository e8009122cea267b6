package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.outbox.FleetJob;
import com.realtimeconnect.user.account.StandingRegister;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends suspensions whose time is over. A person who logs in before that ends their own. */
@Configuration(proxyBeanMethods = false)
class SuspensionExpiry {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int BATCH = 100;

    @Bean
    FleetJob suspensionExpiryJob(StandingRegister register, Standings standings) {
        return new FleetJob(
                "suspension-expiry",
                EVERY,
                () -> register.suspensionsOver(BATCH).forEach(standings::expireIfOver));
    }
}
