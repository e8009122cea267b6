package com.realtimeconnect.test;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Tells a context under test where the stores are and whose tokens to trust; also for contexts that a test starts by itself. */
public class LocalServicesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var services = LocalServices.shared();
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "local-services",
                        Map.of(
                                "DB_URL", services.jdbcUrl(),
                                "REDIS_URL", services.redisUrl(),
                                "JWKS_URL", TestTokens.jwksUrl(),
                                "JWT_ISSUER", TestTokens.ISSUER,
                                "JWT_AUDIENCE", TestTokens.AUDIENCE)));
    }
}
