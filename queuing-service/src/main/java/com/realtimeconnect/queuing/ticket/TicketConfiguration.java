package com.realtimeconnect.queuing.ticket;

import com.realtimeconnect.common.secret.RequiredSecret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketConfiguration {

    @Bean
    RequiredSecret ticketSecret(TicketProperties properties) {
        return new RequiredSecret("TICKET_SECRET", properties.secret(), TicketProperties.SHORTEST_SECRET);
    }
}
