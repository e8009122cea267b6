package com.realtimeconnect.user;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProductionModeTests {

    @Test
    void refusesToStartWithLocalSecretsAndNamesEach() {
        assertThatThrownBy(() -> SecondNode.start(
                                "PRODUCTION=true",
                                "S3_SECRET_KEY=short",
                                "SERVICE_CLIENTS=queuing:a-secret-that-is-long-enough-for-production")
                        .close())
                .hasStackTraceContaining("SERVICE_CLIENT_SECRET")
                .hasStackTraceContaining("S3_SECRET_KEY")
                .hasStackTraceContaining("DB_PASSWORD");
    }
}
