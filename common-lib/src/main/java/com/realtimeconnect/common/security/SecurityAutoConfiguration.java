package com.realtimeconnect.common.security;

import com.realtimeconnect.common.problem.ProblemWriter;
import com.realtimeconnect.common.secret.ProductionGuard;
import com.realtimeconnect.common.secret.RequiredSecret;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One filter chain, the same for every service, over the {@link AccessRules} that each declares. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        },
        afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@EnableConfigurationProperties(SecurityProperties.class)
public class SecurityAutoConfiguration {

    private static final String[] OPEN = {
        "/actuator/health/**", "/actuator/prometheus", "/ws", "/ws-sockjs/**", "/chat", "/chat-sockjs/**", "/error"
    };
    private static final String[] DOCS = {
        "/v3/api-docs/**", "/v3/api-docs.yaml", "/v3/asyncapi", "/swagger-ui.html", "/swagger-ui/**"
    };

    @Bean
    @ConditionalOnMissingBean
    VerificationKeys verificationKeys(RestClient.Builder builder, SecurityProperties properties, Clock clock) {
        var client =
                builder.clone().requestFactory(ServiceClients.boundedRequests()).build();
        return new RemoteVerificationKeys(client, properties.jwksUrl(), clock);
    }

    @Bean
    JwtVerifier jwtVerifier(VerificationKeys keys, SecurityProperties properties, Clock clock) {
        return new JwtVerifier(keys, properties.issuer(), properties.audience(), clock);
    }

    @Bean
    Revocations revocations(StringRedisTemplate redis) {
        return new Revocations(redis);
    }

    @Bean
    RevocationList revocationList(StringRedisTemplate redis, ObjectProvider<RevocationListener> listeners) {
        return new RevocationList(redis, listeners.orderedStream().toList());
    }

    @Bean
    ServiceTokenSource serviceTokenSource(RestClient.Builder builder, SecurityProperties properties, Clock clock) {
        var client =
                builder.clone().requestFactory(ServiceClients.boundedRequests()).build();
        return new ServiceTokenSource(client, properties.serviceClient(), clock);
    }

    @Bean
    ServiceClients serviceClients(RestClient.Builder builder, ServiceTokenSource tokens) {
        return new ServiceClients(builder, tokens);
    }

    @Bean
    RequiredSecret serviceClientSecret(SecurityProperties properties) {
        return new RequiredSecret(
                "SERVICE_CLIENT_SECRET", properties.serviceClient().secret(), 32);
    }

    @Bean
    ProductionGuard productionGuard(SecurityProperties properties, List<RequiredSecret> secrets) {
        return new ProductionGuard(properties.production(), secrets);
    }

    /** Keeps Spring Boot from making up a user with a password: nobody logs in to the filter chain. */
    @Bean
    UserDetailsService nobody() {
        return new InMemoryUserDetailsManager();
    }

    /** No timers around each filter and each decision of each request; the one around the request tells enough. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AccessRules rules,
            JwtVerifier verifier,
            RevocationList revocations,
            ProblemWriter problems,
            SecurityProperties properties,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        var refusals = new RefusalHandler(problems, mappings);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(BrowserHeaders::describe)
                .addFilter(CrossOrigin.filter(properties.allowedOrigins(), problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new JwtAuthenticationFilter(verifier, revocations), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(OPEN).permitAll();
                    if (properties.docsOpen()) {
                        requests.requestMatchers(DOCS).permitAll();
                    }
                    for (var rule : rules.all()) {
                        var matched = requests.requestMatchers(rule.method(), rule.pattern());
                        switch (rule.caller()) {
                            case ANYBODY -> matched.permitAll();
                            case SERVICE -> matched.hasAuthority(JwtAuthenticationFilter.SERVICE_AUTHORITY);
                            case ROLE ->
                                matched.hasRole(java.util.Objects.requireNonNull(rule.role())
                                        .name());
                        }
                    }
                    requests.requestMatchers("/internal/**").hasAuthority(JwtAuthenticationFilter.SERVICE_AUTHORITY);
                    requests.anyRequest().hasAuthority(JwtAuthenticationFilter.PERSON_AUTHORITY);
                })
                .build();
    }
}
