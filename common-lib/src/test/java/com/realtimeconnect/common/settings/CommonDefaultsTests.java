package com.realtimeconnect.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class CommonDefaultsTests {

    /** The secrets that a service has of itself are known to everybody. */
    @Test
    void aServiceWithLocalSecretsServesThisMachineOnly() {
        assertThat(addressWith(Map.of())).isEqualTo("127.0.0.1");
        assertThat(addressWith(Map.of("PRODUCTION", "false"))).isEqualTo("127.0.0.1");
    }

    @Test
    void inProductionItServesAll() {
        assertThat(addressWith(Map.of("PRODUCTION", "true"))).isEqualTo("0.0.0.0");
    }

    @Test
    void anOperatorMaySayOtherwise() {
        assertThat(addressWith(Map.of("SERVER_ADDRESS", "10.1.2.3"))).isEqualTo("10.1.2.3");
        assertThat(addressWith(Map.of("PRODUCTION", "true", "SERVER_ADDRESS", "::1")))
                .isEqualTo("::1");
    }

    private static String addressWith(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        new CommonDefaults().postProcessEnvironment(environment, new SpringApplication());
        return Binder.get(environment).bind("server.address", String.class).get();
    }
}
