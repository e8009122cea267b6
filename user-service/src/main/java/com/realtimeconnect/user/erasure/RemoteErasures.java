package com.realtimeconnect.user.erasure;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.security.ServiceClients;
import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One deliverer for each of the other services. */
@Configuration(proxyBeanMethods = false)
class RemoteErasures {

    /** Somebody may have written a lot. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServiceClients clients;
    private final ErasureLedger ledger;

    RemoteErasures(ServiceClients clients, ErasureLedger ledger) {
        this.clients = clients;
        this.ledger = ledger;
    }

    @Bean
    RemoteErasure erasureAtQueuing(ServiceAddresses addresses) {
        return at(Place.QUEUING, addresses.queuing());
    }

    @Bean
    RemoteErasure erasureAtInteraction(ServiceAddresses addresses) {
        return at(Place.INTERACTION, addresses.interaction());
    }

    @Bean
    RemoteErasure erasureAtHistory(ServiceAddresses addresses) {
        return at(Place.HISTORY, addresses.history());
    }

    @Bean
    RemoteErasure erasureAtCommunication(ServiceAddresses addresses) {
        return at(Place.COMMUNICATION, addresses.communication());
    }

    private RemoteErasure at(Place place, URI address) {
        return new RemoteErasure(place, clients.of(address, PATIENCE), ledger);
    }
}
