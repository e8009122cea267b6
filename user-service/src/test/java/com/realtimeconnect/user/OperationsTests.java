package com.realtimeconnect.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and the readers of the documents see. */
@ApiTest
class OperationsTests {

    private final UserApi api;

    OperationsTests(UserApi api) {
        this.api = api;
    }

    @Test
    void describesEveryCall() {
        var document = api.get("/v3/api-docs", null);
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().get("paths").propertyNames())
                .contains(
                        "/auth/register",
                        "/auth/login",
                        "/auth/refresh",
                        "/auth/logout",
                        "/auth/logins",
                        "/auth/logins/{loginId}",
                        "/auth/me",
                        "/auth/password",
                        "/auth/password/reset",
                        "/auth/password/reset-code",
                        "/auth/email/verification",
                        "/auth/email/verify",
                        "/auth/service-token",
                        "/.well-known/jwks.json",
                        "/profile",
                        "/profile/upload",
                        "/profile/assets/{assetId}",
                        "/profiles/{userId}",
                        "/internal/people");
    }

    @Test
    void measuresWhatOperatorsWatch() {
        api.logIn(api.woman().email(), UserApi.PASSWORD);
        var metrics = api.get("/actuator/prometheus", null).body();
        assertThat(metrics)
                .contains(
                        "connect_logins_total",
                        "connect_password_hashing_seconds",
                        "connect_password_waiting",
                        "connect_outbox_age");
    }

    @Test
    void tellsWhetherItIsReady() {
        assertThat(api.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        assertThat(api.get("/actuator/health/readiness", null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/configprops"})
    void exposesNothingElse(String path) {
        assertThat(api.get(path, null).status()).isIn(401, 404);
        assertThat(api.get(path, api.woman().accessToken()).status()).isEqualTo(404);
    }
}
