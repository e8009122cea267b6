package com.realtimeconnect.common.limit;

import com.realtimeconnect.common.problem.ProblemWriter;
import java.util.stream.Stream;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Puts the limit behind the security chain, which reads no body and whose headers belong on a refusal too. */
@AutoConfiguration(afterName = "com.realtimeconnect.common.problem.ProblemAutoConfiguration")
@EnableConfigurationProperties(LimitProperties.class)
public class LimitAutoConfiguration {

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(LimitProperties properties, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(properties.body(), problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return registration;
    }

    /** Jetty's own choice is the JDK's, 50. */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> backlog(LimitProperties properties) {
        return factory -> factory.addServerCustomizers(server -> Stream.of(server.getConnectors())
                .filter(ServerConnector.class::isInstance)
                .forEach(connector -> ((ServerConnector) connector).setAcceptQueueSize(properties.backlog())));
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> unreadBodies() {
        return factory -> factory.addServerCustomizers(server -> server.insertHandler(new UnreadBodyHandler()));
    }
}
