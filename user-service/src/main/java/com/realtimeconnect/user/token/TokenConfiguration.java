package com.realtimeconnect.user.token;

import com.realtimeconnect.common.secret.InsecureProductionException;
import com.realtimeconnect.common.secret.ProductionGuard;
import com.realtimeconnect.common.security.SecurityProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refuses to know weak secrets of services in production. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /** @throws InsecureProductionException naming each service whose secret is not fit, if this is production */
    @Bean
    ServiceCredentials serviceCredentials(TokenProperties properties, SecurityProperties security) {
        var credentials = new ServiceCredentials(properties.serviceClients());
        new ProductionGuard(security.production(), credentials.required());
        return credentials;
    }
}
