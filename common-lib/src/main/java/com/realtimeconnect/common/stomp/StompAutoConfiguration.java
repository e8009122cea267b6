package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.security.JwtVerifier;
import com.realtimeconnect.common.security.RevocationList;
import com.realtimeconnect.common.security.SecurityProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import jakarta.validation.Validator;
import java.time.Clock;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import tools.jackson.databind.json.JsonMapper;

/** Opens the STOMP endpoint in services that have routes for it. */
@AutoConfiguration(
        afterName = {
            "com.realtimeconnect.common.security.SecurityAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration"
        })
@ConditionalOnBean(StompRouteRegistrar.class)
@EnableConfigurationProperties(StompProperties.class)
@EnableWebSocket
public class StompAutoConfiguration {

    private static final int SEND_BUFFER = 64 * 1024;
    private static final int SOCKJS_MESSAGES_BETWEEN_POLLS = 1000;

    private static final String SOCKJS = "-sockjs";

    /** Empty until the endpoint asks all features; they may need the encoder before they can say anything. */
    @Bean
    StompRoutes stompRoutes() {
        return new StompRoutes();
    }

    @Bean
    EventEncoder eventEncoder(JsonMapper json, StompRoutes routes) {
        return new EventEncoder(json, routes);
    }

    @Bean
    StompEndpoint stompEndpoint(
            StompProperties properties,
            StompRoutes routes,
            ObjectProvider<StompRouteRegistrar> registrars,
            ObjectProvider<StateSource> stateSource,
            JwtVerifier verifier,
            RevocationList revocations,
            EventEncoder encoder,
            JsonMapper json,
            Validator validator,
            ObjectProvider<SessionListener> listeners,
            MeterRegistry meters,
            Clock clock) {
        return new StompEndpoint(
                properties,
                routes,
                registrars.orderedStream().toList(),
                stateSource.getIfAvailable(),
                new SocketAuthenticator(verifier, revocations),
                new PayloadReader(json, validator),
                encoder,
                json,
                listeners.orderedStream().toList(),
                new StompMetrics(meters),
                clock);
    }

    @Bean
    StompDrain stompDrain(StompEndpoint endpoint) {
        return new StompDrain(endpoint);
    }

    /**
     * Keeps the kernel from holding megabytes for a receiver that does not read: a backlog is counted where it can be
     * seen.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> boundedSendBuffers() {
        return factory -> factory.addServerCustomizers(server -> {
            for (var connector : server.getConnectors()) {
                if (connector instanceof ServerConnector sockets) {
                    sockets.setAcceptedSendBufferSize(SEND_BUFFER);
                }
            }
        });
    }

    /**
     * A socket keeps its handshake request for as long as it lives, and with it whatever was observed of that request: more
     * memory than all the rest of an idle socket. The endpoint has metrics of its own.
     */
    @Bean
    ObservationPredicate handshakesAreNotObserved(StompProperties properties) {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().startsWith(properties.path()));
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityFiltersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    FilterRegistrationBean<PollBodyFilter> pollBodyFilter(StompProperties properties) {
        var registration = new FilterRegistrationBean<>(new PollBodyFilter());
        registration.addUrlPatterns(properties.path() + SOCKJS + "/*");
        // Behind the limit of what a body may be, which tells of one that is larger.
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebSocketConfigurer stompSockets(StompEndpoint endpoint, StompProperties properties, SecurityProperties security) {
        var handler = new SockJsHandler(endpoint);
        var origins = security.allowedOrigins().toArray(String[]::new);
        return registry -> {
            registry.addHandler(handler, properties.path())
                    .setHandshakeHandler(new DefaultHandshakeHandler(new JettySocketUpgrade(endpoint)))
                    .addInterceptors(new DrainInterceptor(endpoint))
                    .setAllowedOrigins(origins);
            registry.addHandler(handler, properties.path() + SOCKJS)
                    .addInterceptors(new DrainInterceptor(endpoint))
                    .setAllowedOrigins(origins)
                    .withSockJS()
                    .setHttpMessageCacheSize(SOCKJS_MESSAGES_BETWEEN_POLLS);
        };
    }
}
