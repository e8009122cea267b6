package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.outbox.FactCourier;
import com.realtimeconnect.common.security.ServiceClients;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is told of changes of standing. history-service is not: nothing there depends on who may take part now. */
@Configuration(proxyBeanMethods = false)
class StandingDeliveries {

    private final ServiceClients clients;
    private final ServiceAddresses addresses;

    StandingDeliveries(ServiceClients clients, ServiceAddresses addresses) {
        this.clients = clients;
        this.addresses = addresses;
    }

    @Bean
    FactCourier<StandingChanged> standingToQueuing() {
        return to("queuing", addresses.queuing());
    }

    @Bean
    FactCourier<StandingChanged> standingToInteraction() {
        return to("interaction", addresses.interaction());
    }

    @Bean
    FactCourier<StandingChanged> standingToCommunication() {
        return to("communication", addresses.communication());
    }

    private FactCourier<StandingChanged> to(String service, URI address) {
        return new FactCourier<>(
                "standing-to-" + service, StandingChanged.class, clients.of(address), "/internal/standings");
    }
}
