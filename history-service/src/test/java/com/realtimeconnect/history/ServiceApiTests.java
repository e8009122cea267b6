package com.realtimeconnect.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** What every service has, seen on this one. */
@HistoryTest
class ServiceApiTests {

    private final HistoryApi api;

    ServiceApiTests(@LocalServerPort int port) {
        api = new HistoryApi(port);
    }

    @Test
    void documentsEveryPath() {
        var document = api.get("", "/v3/api-docs");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.body().path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/history/log-interaction",
                        "/api/history/interactions",
                        "/api/history/connections",
                        "/api/history/connections/{connectionId}",
                        "/api/history/connections/between/{a}/{b}",
                        "/api/history/summary",
                        "/api/history/analytics",
                        "/internal/people/{userId}",
                        "/internal/people/{userId}/data",
                        "/internal/history/connections/{userId}/peers",
                        "/internal/blocks",
                        "/internal/blocks/lifted",
                        "/internal/history/reports",
                        "/internal/history/interactions",
                        "/internal/history/interactions/{interactionId}");
    }

    @Test
    void isHealthyAndMeasured() {
        assertThat(api.get("", "/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(api.get("", "/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void refusesUnknownPathsAndVerbsAsProblems() {
        var token = TestPerson.woman("Ada").token();
        assertThat(api.get(token, "/api/history/nothing").code()).isEqualTo("not-found");
        assertThat(api.exchange(HttpMethod.PATCH, token, "/api/history/summary", "{}")
                        .code())
                .isEqualTo("method-not-allowed");
    }
}
