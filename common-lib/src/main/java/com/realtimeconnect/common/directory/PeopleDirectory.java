package com.realtimeconnect.common.directory;

import com.realtimeconnect.common.batch.BatchLoader;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks user-service about people, about many at once if many are asked for at the same moment. Nothing is kept, so that a
 * block counts at once. Thread-safe.
 */
public class PeopleDirectory {

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<List<Person>> PEOPLE = new ParameterizedTypeReference<>() {};

    private final RestClient users;
    private final BatchLoader<UserId, Person> people =
            new BatchLoader<>(this::ask, AT_ONCE, Person.MOST_AT_ONCE, PATIENCE);

    PeopleDirectory(RestClient users) {
        this.users = users;
    }

    /** @throws ProblemException 404 if there is nobody of this id, 503 if user-service does not answer */
    public Person find(UserId userId) {
        return people.load(userId).orElseThrow(() -> Problems.notFound("There is no such person"));
    }

    /** Several; of whom there is nobody is left out. @throws ProblemException 503 if user-service does not answer */
    public Map<UserId, Person> find(Collection<UserId> ids) {
        return people.loadAll(ids);
    }

    private Map<UserId, Person> ask(Set<UserId> ids) {
        try {
            var found = users.get()
                    .uri(uri -> uri.path("/internal/people")
                            .queryParam("id", ids.toArray())
                            .build())
                    .retrieve()
                    .body(PEOPLE);
            if (found == null) {
                throw Problems.unavailable("The directory of people gave an empty answer");
            }
            return found.stream().collect(Collectors.toMap(Person::userId, Function.identity()));
        } catch (RestClientException unreachable) {
            throw Problems.unavailable("The directory of people does not answer", unreachable);
        }
    }
}
