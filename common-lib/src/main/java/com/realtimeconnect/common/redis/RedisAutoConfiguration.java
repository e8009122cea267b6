package com.realtimeconnect.common.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.TimeoutOptions;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Keeps what Spring Boot makes of {@code spring.data.redis}, but waits for answers without timers. */
@AutoConfiguration
@ConditionalOnClass(LettuceConnectionFactory.class)
public class RedisAutoConfiguration {

    @Bean
    static BeanPostProcessor patientRedisConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                return bean instanceof LettuceConnectionFactory factory && mayBePatient(factory)
                        ? new PatientConnectionFactory(
                                factory.getStandaloneConfiguration(), factory.getClientConfiguration())
                        : bean;
            }
        };
    }

    /** One Redis, whose client gives up every command in time. */
    private static boolean mayBePatient(LettuceConnectionFactory factory) {
        return factory.getClusterConfiguration() == null
                && factory.getSentinelConfiguration() == null
                && factory.getSocketConfiguration() == null
                && factory.getClientConfiguration()
                        .getClientOptions()
                        .map(ClientOptions::getTimeoutOptions)
                        .filter(TimeoutOptions::isTimeoutCommands)
                        .isPresent();
    }
}
