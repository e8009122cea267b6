package com.realtimeconnect.interaction.block;

import com.realtimeconnect.common.block.BlockedPairs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class BlockConfiguration {

    @Bean
    BlockedPairs blockedPairs(JdbcClient jdbc) {
        return new BlockedPairs(jdbc);
    }
}
