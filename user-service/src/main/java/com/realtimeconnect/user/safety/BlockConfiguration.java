package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import com.realtimeconnect.common.outbox.FactCourier;
import com.realtimeconnect.common.security.ServiceClients;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which services hear of blocks: each on its own, so that one that is slow or away delays none of the others. */
@Configuration(proxyBeanMethods = false)
class BlockConfiguration {

    private final ServiceClients clients;
    private final ServiceAddresses addresses;

    BlockConfiguration(ServiceClients clients, ServiceAddresses addresses) {
        this.clients = clients;
        this.addresses = addresses;
    }

    /** Queuing-service keeps nothing of a block that outlives a ticket, so that it need not hear of the end of one. */
    @Bean
    FactCourier<UserBlocked> blockToQueuing() {
        return ofBlocks("queuing", addresses.queuing());
    }

    @Bean
    FactCourier<UserBlocked> blockToInteraction() {
        return ofBlocks("interaction", addresses.interaction());
    }

    @Bean
    FactCourier<UserBlocked> blockToHistory() {
        return ofBlocks("history", addresses.history());
    }

    @Bean
    FactCourier<UserBlocked> blockToCommunication() {
        return ofBlocks("communication", addresses.communication());
    }

    @Bean
    FactCourier<UserUnblocked> unblockToInteraction() {
        return ofUnblocks("interaction", addresses.interaction());
    }

    @Bean
    FactCourier<UserUnblocked> unblockToHistory() {
        return ofUnblocks("history", addresses.history());
    }

    @Bean
    FactCourier<UserUnblocked> unblockToCommunication() {
        return ofUnblocks("communication", addresses.communication());
    }

    private FactCourier<UserBlocked> ofBlocks(String service, URI address) {
        return new FactCourier<>("block-to-" + service, UserBlocked.class, clients.of(address), "/internal/blocks");
    }

    private FactCourier<UserUnblocked> ofUnblocks(String service, URI address) {
        return new FactCourier<>(
                "unblock-to-" + service, UserUnblocked.class, clients.of(address), "/internal/blocks/lifted");
    }
}
