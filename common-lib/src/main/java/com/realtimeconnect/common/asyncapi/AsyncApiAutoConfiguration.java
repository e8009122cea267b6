package com.realtimeconnect.common.asyncapi;

import com.realtimeconnect.common.stomp.StompProperties;
import com.realtimeconnect.common.stomp.StompRoutes;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Publishes the document where the API documents are open, in services that have sockets. */
@AutoConfiguration(afterName = "com.realtimeconnect.common.stomp.StompAutoConfiguration")
@ConditionalOnBean(StompRoutes.class)
@ConditionalOnBooleanProperty("connect.security.docs-open")
public class AsyncApiAutoConfiguration {

    @Bean
    AsyncApiController asyncApiController(
            StompRoutes routes, StompProperties properties, Environment environment, JsonMapper json) {
        var title = environment.getRequiredProperty("spring.application.name");
        return new AsyncApiController(new AsyncApiDocument(title, properties.path(), routes, json));
    }
}
