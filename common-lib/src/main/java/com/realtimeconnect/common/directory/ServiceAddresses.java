package com.realtimeconnect.common.directory;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The base addresses under which the services reach each other. */
@ConfigurationProperties("connect.services")
@Validated
public record ServiceAddresses(
        @DefaultValue("http://localhost:3001") @NotNull URI user,
        @DefaultValue("http://localhost:3002") @NotNull URI queuing,
        @DefaultValue("http://localhost:3003") @NotNull URI interaction,
        @DefaultValue("http://localhost:3004") @NotNull URI history,
        @DefaultValue("http://localhost:3005") @NotNull URI communication) {}
