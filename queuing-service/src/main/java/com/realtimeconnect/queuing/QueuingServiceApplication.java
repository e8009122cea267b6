package com.realtimeconnect.queuing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the queuing service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QueuingServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(QueuingServiceApplication.class, arguments);
    }
}
