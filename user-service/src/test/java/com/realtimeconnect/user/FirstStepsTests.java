package com.realtimeconnect.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every other service needs of this one, in one walk. */
@ApiTest
class FirstStepsTests {

    private final UserApi api;

    FirstStepsTests(UserApi api) {
        this.api = api;
    }

    @Test
    void registersLogsInAndIsKnownToTheOtherServices() {
        var woman = api.woman();
        assertThat(api.get("/auth/me", woman.accessToken()).text("email")).isEqualTo(woman.email());

        var login = api.post("/auth/login", null, Map.of("email", woman.email(), "password", UserApi.PASSWORD));
        assertThat(login.status()).isEqualTo(200);
        // What is left of it: a second may have ended since it was made.
        assertThat(login.json().get("expiresInSeconds").asInt()).isBetween(590, 600);

        var service = api.post(
                "/auth/service-token",
                null,
                Map.of("clientId", "queuing", "clientSecret", "local-queuing-service-secret-not-for-production"));
        assertThat(service.status()).isEqualTo(200);

        var person = api.get("/internal/people?id=" + woman.id(), service.text("accessToken"));
        assertThat(person.status()).isEqualTo(200);
        assertThat(person.text("0.role")).isEqualTo("female");
        assertThat(api.get("/internal/people?id=" + woman.id(), woman.accessToken())
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/.well-known/jwks.json", null).json().get("keys").size())
                .isPositive();
    }
}
