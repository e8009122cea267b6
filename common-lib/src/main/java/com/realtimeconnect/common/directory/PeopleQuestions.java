package com.realtimeconnect.common.directory;

import com.realtimeconnect.common.batch.BatchLoader;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks one of our services about people, by {@code GET path?id=…&id=…}, which it answers with a list.
 *
 * @param <V> what is told of a person
 * @param service the client of the service
 * @param path where it answers
 * @param answer the list, with an item for each person who is known
 * @param person whom an item is about
 * @param silence what to say if it does not answer
 */
public record PeopleQuestions<V>(
        RestClient service,
        String path,
        ParameterizedTypeReference<List<V>> answer,
        Function<V, UserId> person,
        String silence) {

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * One question at a time, about as many as ask at that moment; a few when they take long.
     *
     * @param largest as many as one may be about
     */
    public BatchLoader<UserId, V> joined(int largest) {
        return new BatchLoader<>(this::ask, AT_ONCE, largest, PATIENCE);
    }

    private Map<UserId, V> ask(Set<UserId> people) {
        try {
            var items = service.get()
                    .uri(uri ->
                            uri.path(path).queryParam("id", people.toArray()).build())
                    .retrieve()
                    .body(answer);
            if (items == null) {
                throw Problems.unavailable(silence);
            }
            return items.stream().collect(Collectors.toMap(person, Function.identity()));
        } catch (RestClientException unreachable) {
            throw Problems.unavailable(silence, unreachable);
        }
    }
}
