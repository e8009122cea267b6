package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.outbox.FleetJob;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** When partitions are made: before the first request, and daily in the fleet. */
@Configuration(proxyBeanMethods = false)
class PartitionSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionSchedule.class);

    @Bean
    ApplicationRunner partitionsAtStart(MonthlyPartitions partitions) {
        return arguments -> {
            try {
                partitions.coverAhead();
            } catch (DataAccessException failure) {
                LOG.atWarn().setCause(failure).log("Partitions cannot be made now; the daily job or an entry will");
            }
        };
    }

    @Bean
    FleetJob partitionsAhead(MonthlyPartitions partitions) {
        return new FleetJob("history-partitions", Duration.ofDays(1), partitions::coverAhead);
    }
}
