package com.realtimeconnect.common.directory;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks user-service about people. Nothing is kept, so that a block counts at once. Thread-safe. */
public class PeopleDirectory {

    private final RestClient users;

    PeopleDirectory(RestClient users) {
        this.users = users;
    }

    /** @throws ProblemException 404 if there is nobody of this id, 503 if user-service does not answer */
    public Person find(UserId userId) {
        try {
            var person = users.get()
                    .uri("/internal/people/{userId}", userId)
                    .retrieve()
                    .body(Person.class);
            if (person == null) {
                throw Problems.unavailable("The directory of people gave an empty answer");
            }
            return person;
        } catch (HttpClientErrorException.NotFound nobody) {
            throw Problems.notFound("There is no such person");
        } catch (RestClientException unreachable) {
            throw Problems.unavailable("The directory of people does not answer", unreachable);
        }
    }
}
