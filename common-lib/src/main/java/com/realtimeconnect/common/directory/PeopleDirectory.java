package com.realtimeconnect.common.directory;

import com.realtimeconnect.common.batch.BatchLoader;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;

/**
 * Asks user-service about people, about many at once if many are asked for at the same moment. Nothing is kept, so that a
 * block counts at once. Thread-safe.
 */
public class PeopleDirectory {

    private static final ParameterizedTypeReference<List<Person>> PEOPLE = new ParameterizedTypeReference<>() {};

    private final BatchLoader<UserId, Person> people;

    PeopleDirectory(RestClient users) {
        people = new PeopleQuestions<>(
                        users, "/internal/people", PEOPLE, Person::userId, "The directory of people does not answer")
                .joined(Person.MOST_AT_ONCE);
    }

    /** @throws ProblemException 404 if there is nobody of this id, 503 if user-service does not answer */
    public Person find(UserId userId) {
        return people.load(userId).orElseThrow(() -> Problems.notFound("There is no such person"));
    }

    /** Several; of whom there is nobody is left out. @throws ProblemException 503 if user-service does not answer */
    public Map<UserId, Person> find(Collection<UserId> ids) {
        return people.loadAll(ids);
    }
}
