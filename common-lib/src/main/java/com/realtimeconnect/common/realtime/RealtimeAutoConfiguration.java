package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.security.RevocationListener;
import com.realtimeconnect.common.stomp.EventEncoder;
import com.realtimeconnect.common.stomp.SessionListener;
import com.realtimeconnect.common.stomp.StompProperties;
import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reaches people wherever they are connected, in services that have a STOMP endpoint. */
@AutoConfiguration(afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnBean(StompRouteRegistrar.class)
@EnableConfigurationProperties(RealtimeProperties.class)
public class RealtimeAutoConfiguration {

    @Bean
    LocalSessions localSessions() {
        return new LocalSessions();
    }

    @Bean
    RealtimeKeys realtimeKeys(Environment environment) {
        return RealtimeKeys.of(environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    RealtimeMetrics realtimeMetrics(MeterRegistry meters) {
        return new RealtimeMetrics(meters);
    }

    @Bean
    RedisLink redisLink(LettuceConnectionFactory redis) {
        return new RedisLink(redis);
    }

    @Bean
    NodeRegistry nodeRegistry(
            RedisLink redis, LocalSessions sessions, RealtimeKeys keys, RealtimeProperties properties) {
        return new NodeRegistry(redis, sessions, keys, properties.lease());
    }

    @Bean
    RemoteRoutes remoteRoutes(
            NodeRegistry registry, RedisLink redis, RealtimeKeys keys, RealtimeMetrics metrics, Clock clock) {
        return new RemoteRoutes(registry, redis, keys, metrics, clock);
    }

    @Bean
    NodeChannel nodeChannel(
            RedisLink redis,
            RealtimeKeys keys,
            NodeRegistry registry,
            LocalSessions sessions,
            RemoteRoutes remotes,
            Hints hints,
            RealtimeMetrics metrics,
            Clock clock,
            RealtimeProperties properties) {
        return new NodeChannel(redis, keys, registry, sessions, remotes, hints, metrics, clock, properties.pulse());
    }

    @Bean
    SessionListener sessionRegistry(
            LocalSessions sessions,
            NodeRegistry registry,
            RemoteRoutes remotes,
            ApplicationEventPublisher events,
            StompProperties properties) {
        return new SessionRegistry(sessions, registry, remotes, events, properties.socketsPerUser());
    }

    @Bean
    RevocationListener sessionRevocation(LocalSessions sessions) {
        return new SessionRevocation(sessions);
    }

    @Bean
    Hints hints(ObjectProvider<HintListener<?>> listeners, JsonMapper json) {
        return new Hints(listeners::orderedStream, json);
    }

    @Bean
    UserRelay userRelay(
            LocalSessions sessions, RemoteRoutes remotes, NodeRegistry registry, EventEncoder encoder, Hints hints) {
        return new UserRelay(sessions, remotes, registry, encoder, hints);
    }
}
