package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.outbox.FleetJob;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the monthly partitions of messages well before they are needed, once in the whole fleet. */
@Configuration(proxyBeanMethods = false)
class MessagePartitions {

    @Bean
    FleetJob messagePartitionsAhead(MessageRepository repository, MessageProperties properties, Clock clock) {
        return new FleetJob(
                "message-partitions",
                Duration.ofHours(6),
                () -> repository.ensurePartitions(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), 1 + properties.partitionMonthsAhead()));
    }
}
