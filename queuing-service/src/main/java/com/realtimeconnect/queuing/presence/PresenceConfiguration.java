package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.queuing.pulse.Pulse;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class PresenceConfiguration {

    @Bean
    Pulse presenceRenewal(PresenceSockets sockets, PresenceProperties properties) {
        return new Pulse("presence-renewal", properties.renewEvery(), sockets::renewAll);
    }

    @Bean
    Pulse presenceSecondLook(PresenceWatch watch, PresenceProperties properties) {
        return new Pulse("presence-second-look", properties.lookAgain(), watch::lookAtAll);
    }

    @Bean
    Pulse endOfHiddenDrops(PresenceRegistry registry) {
        return new Pulse("end-of-hidden-drops", Duration.ofMillis(250), registry::showDrops);
    }

    @Bean
    RedisMessageListenerContainer presenceListener(RedisConnectionFactory connections, PresenceHintListener listener) {
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.setTaskExecutor(new VirtualThreadTaskExecutor("presence-hint-"));
        container.addMessageListener(
                (message, pattern) -> listener.changed(message.toString()),
                ChannelTopic.of(PresenceHints.CHANGED_CHANNEL));
        container.addMessageListener(
                (message, pattern) -> listener.hidden(message.toString()),
                ChannelTopic.of(PresenceHints.HIDDEN_CHANNEL));
        container.addMessageListener(
                (message, pattern) -> listener.call(message.toString()), ChannelTopic.of(PresenceHints.CALLS_CHANNEL));
        return container;
    }
}
