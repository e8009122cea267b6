package com.realtimeconnect.interaction.interaction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** Listens to the hints of the other nodes. */
@Configuration
class MoveHintsConfiguration {

    @Bean
    RedisMessageListenerContainer moveHintsListener(RedisConnectionFactory redis, MoveHints hints) {
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(redis);
        container.addMessageListener(hints, ChannelTopic.of(MoveHints.MOVED));
        return container;
    }
}
