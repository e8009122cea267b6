package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.security.AccessRules;
import com.realtimeconnect.queuing.pulse.Pulse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    /** People only, and {@code /internal} for services: the defaults say all there is to say. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.rules();
    }

    @Bean
    Pulse ticketRenewal(TicketKeeper keeper, QueueProperties properties) {
        return new Pulse("ticket-renewal", properties.renewEvery(), keeper::renewAll);
    }

    @Bean
    Pulse queueSweep(QueueSweeper sweeper, QueueProperties properties) {
        return new Pulse("queue-sweep", properties.sweepEvery(), sweeper::sweepAll);
    }

    @Bean
    RedisMessageListenerContainer ticketListener(
            RedisConnectionFactory connections, TicketHints hints, TicketKeeper keeper) {
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.setTaskExecutor(new VirtualThreadTaskExecutor("ticket-hint-"));
        container.addMessageListener(
                (message, pattern) -> keeper.told(hints.read(message.toString())),
                ChannelTopic.of(TicketHints.CHANNEL));
        return container;
    }
}
