package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.batch.BatchLoader;
import com.realtimeconnect.common.directory.PeopleDirectory;
import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.event.interaction.MatchExclusions;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.ServiceClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks user-service and interaction-service about people who want to queue. A rush of joins falls upon them as a few
 * questions about many people, and not as a connection for each.
 */
@Component
class Applicants {

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String UNKNOWN = "Your calls cannot be looked up right now";
    private static final ParameterizedTypeReference<List<MatchExclusions>> EXCLUSIONS =
            new ParameterizedTypeReference<>() {};

    private final PeopleDirectory people;
    private final RestClient interactions;
    private final BatchLoader<UserId, MatchExclusions> exclusions =
            new BatchLoader<>(this::ask, AT_ONCE, MatchExclusions.MOST_AT_ONCE, PATIENCE);

    Applicants(PeopleDirectory people, ServiceClients clients, ServiceAddresses addresses) {
        this.people = people;
        this.interactions = clients.of(addresses.interaction());
    }

    /** @throws ProblemException {@code unavailable} if one of them does not answer */
    Applicant find(UserId user) {
        return new Applicant(people.find(user), exclusionsOf(user));
    }

    boolean isInCall(UserId user) {
        return exclusionsOf(user).liveInteractionId() != null;
    }

    private MatchExclusions exclusionsOf(UserId user) {
        return exclusions.load(user).orElseThrow(() -> Problems.unavailable(UNKNOWN));
    }

    private Map<UserId, MatchExclusions> ask(Set<UserId> users) {
        try {
            var answer = interactions
                    .get()
                    .uri(uri -> uri.path("/internal/interactions/exclusions")
                            .queryParam("id", users.toArray())
                            .build())
                    .retrieve()
                    .body(EXCLUSIONS);
            if (answer == null) {
                throw Problems.unavailable(UNKNOWN);
            }
            return answer.stream().collect(Collectors.toMap(MatchExclusions::userId, Function.identity()));
        } catch (RestClientException unreachable) {
            throw Problems.unavailable(UNKNOWN, unreachable);
        }
    }
}
