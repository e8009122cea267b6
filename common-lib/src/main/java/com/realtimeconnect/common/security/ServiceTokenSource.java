package com.realtimeconnect.common.security;

import com.realtimeconnect.common.problem.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The token with which this service calls the others; fetched when needed and renewed a minute before it ends. Thread-safe. */
public class ServiceTokenSource {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final RestClient client;
    private final SecurityProperties.ServiceClient credentials;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Held held;

    ServiceTokenSource(RestClient client, SecurityProperties.ServiceClient credentials, Clock clock) {
        this.client = client;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException 503 if user-service gives none */
    public String token() {
        var current = held;
        if (current != null && clock.instant().isBefore(current.renewAt())) {
            return current.token();
        }
        fetching.lock();
        try {
            current = held;
            if (current == null || !clock.instant().isBefore(current.renewAt())) {
                current = fetch();
                held = current;
            }
            return current.token();
        } finally {
            fetching.unlock();
        }
    }

    private Held fetch() {
        try {
            var answer = client.post()
                    .uri(credentials.tokenUrl())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "clientId",
                            credentials.id(),
                            "clientSecret",
                            credentials.secret().value()))
                    .retrieve()
                    .body(Answer.class);
            if (answer == null) {
                throw Problems.unavailable("No service token was given");
            }
            var lifetime = Duration.ofSeconds(answer.expiresInSeconds());
            return new Held(answer.accessToken(), clock.instant().plus(lifetime).minus(MARGIN));
        } catch (RestClientException unreachable) {
            throw Problems.unavailable("Another service does not answer", unreachable);
        }
    }

    record Answer(String accessToken, String tokenType, long expiresInSeconds) {}

    private record Held(String token, Instant renewAt) {}
}
