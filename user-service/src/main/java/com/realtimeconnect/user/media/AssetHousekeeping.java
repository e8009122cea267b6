package com.realtimeconnect.user.media;

import com.realtimeconnect.common.outbox.FleetJob;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for uploads that never ended. */
@Configuration(proxyBeanMethods = false)
class AssetHousekeeping {

    @Bean
    FleetJob abandonedUploadsJob(AssetLedger ledger) {
        return new FleetJob("abandoned-uploads", Duration.ofMinutes(1), ledger::removeAbandoned);
    }
}
