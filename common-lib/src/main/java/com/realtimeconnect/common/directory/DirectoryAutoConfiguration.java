package com.realtimeconnect.common.directory;

import com.realtimeconnect.common.security.ServiceClients;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Lets every service find the others, and the people. */
@AutoConfiguration(afterName = "com.realtimeconnect.common.security.SecurityAutoConfiguration")
@EnableConfigurationProperties(ServiceAddresses.class)
public class DirectoryAutoConfiguration {

    @Bean
    PeopleDirectory peopleDirectory(ServiceClients clients, ServiceAddresses addresses) {
        return new PeopleDirectory(clients.of(addresses.user()));
    }
}
