package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.directory.PeopleDirectory;
import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.event.interaction.MatchExclusions;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.ServiceClients;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks user-service and interaction-service about a person who wants to queue. A rush of joins waits in line here instead of
 * falling upon the other services with a connection for each.
 */
@Component
class Applicants {

    private static final int AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final PeopleDirectory people;
    private final RestClient interactions;

    Applicants(PeopleDirectory people, ServiceClients clients, ServiceAddresses addresses) {
        this.people = people;
        this.interactions = clients.of(addresses.interaction());
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException {@code unavailable} if one of them does not answer */
    Applicant find(UserId user) {
        return inTurn(() -> new Applicant(people.find(user), exclusionsOf(user)));
    }

    boolean isInCall(UserId user) {
        return inTurn(() -> exclusionsOf(user).liveInteractionId() != null);
    }

    private MatchExclusions exclusionsOf(UserId user) {
        try {
            var exclusions = interactions
                    .get()
                    .uri("/internal/interactions/exclusions/{userId}", user)
                    .retrieve()
                    .body(MatchExclusions.class);
            if (exclusions == null) {
                throw Problems.unavailable("Your calls cannot be looked up right now");
            }
            return exclusions;
        } catch (RestClientException unreachable) {
            throw Problems.unavailable("Your calls cannot be looked up right now", unreachable);
        }
    }

    private <T> T inTurn(Supplier<T> question) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problems.unavailable("Too many people join at this moment");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The service is stopping", stopped);
        }
        try {
            return question.get();
        } finally {
            turns.release();
        }
    }
}
