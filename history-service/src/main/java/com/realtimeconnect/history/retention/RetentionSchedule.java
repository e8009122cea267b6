package com.realtimeconnect.history.retention;

import com.realtimeconnect.common.outbox.FleetJob;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once in the fleet, whichever node has the time. */
@Configuration(proxyBeanMethods = false)
class RetentionSchedule {

    @Bean
    FleetJob retention(ObjectProvider<RetentionJob> job, RetentionProperties properties) {
        // Found when it runs: the scheduler that is made of the jobs is below the outbox, which the features use.
        return new FleetJob(
                "history-retention", properties.every(), () -> job.getObject().run());
    }
}
