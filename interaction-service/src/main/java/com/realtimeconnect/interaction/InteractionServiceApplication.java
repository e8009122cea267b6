package com.realtimeconnect.interaction;

import com.realtimeconnect.common.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the interaction service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class InteractionServiceApplication {
    /** Everything is for the two who take part, and {@code /internal} for our own services, as everywhere. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.rules();
    }

    public static void main(String[] args) {
        SpringApplication.run(InteractionServiceApplication.class, args);
    }
}
