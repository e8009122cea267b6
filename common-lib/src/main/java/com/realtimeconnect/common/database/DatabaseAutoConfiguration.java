package com.realtimeconnect.common.database;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Makes services with a schema wait for the one they refer to; user-service switches it off. */
@AutoConfiguration(beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass(FlywayMigrationStrategy.class)
@ConditionalOnProperty(name = "connect.database.wait-for-accounts", matchIfMissing = true)
public class DatabaseAutoConfiguration {

    @Bean
    FlywayMigrationStrategy accountsGate() {
        return new AccountsGate();
    }
}
