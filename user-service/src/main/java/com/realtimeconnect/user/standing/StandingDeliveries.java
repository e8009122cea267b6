package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.security.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is told of changes of standing. history-service is not: nothing there depends on who may take part now. */
@Configuration(proxyBeanMethods = false)
class StandingDeliveries {

    @Bean
    StandingDelivery standingToQueuing(ServiceClients clients, ServiceAddresses addresses) {
        return new StandingDelivery("standing-to-queuing", clients.of(addresses.queuing()));
    }

    @Bean
    StandingDelivery standingToInteraction(ServiceClients clients, ServiceAddresses addresses) {
        return new StandingDelivery("standing-to-interaction", clients.of(addresses.interaction()));
    }

    @Bean
    StandingDelivery standingToCommunication(ServiceClients clients, ServiceAddresses addresses) {
        return new StandingDelivery("standing-to-communication", clients.of(addresses.communication()));
    }
}
