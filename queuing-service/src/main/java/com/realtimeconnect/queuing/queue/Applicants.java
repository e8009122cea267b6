package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.batch.BatchLoader;
import com.realtimeconnect.common.directory.PeopleDirectory;
import com.realtimeconnect.common.directory.PeopleQuestions;
import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.event.interaction.MatchExclusions;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.ServiceClients;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/**
 * Asks user-service and interaction-service about people who want to queue. A rush of joins falls upon them as a few
 * questions about many people, and not as a connection for each.
 */
@Component
class Applicants {

    private static final String UNKNOWN = "Your calls cannot be looked up right now";
    private static final ParameterizedTypeReference<List<MatchExclusions>> EXCLUSIONS =
            new ParameterizedTypeReference<>() {};

    private final PeopleDirectory people;
    private final BatchLoader<UserId, MatchExclusions> exclusions;

    Applicants(PeopleDirectory people, ServiceClients clients, ServiceAddresses addresses) {
        this.people = people;
        exclusions = new PeopleQuestions<>(
                        clients.of(addresses.interaction()),
                        "/internal/interactions/exclusions",
                        EXCLUSIONS,
                        MatchExclusions::userId,
                        UNKNOWN)
                .joined(MatchExclusions.MOST_AT_ONCE);
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
}
