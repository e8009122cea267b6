package com.realtimeconnect.user.safety;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.ServiceClients;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Asks what is known of an interaction, and ends it. */
@Component
class Meetings {

    private final RestClient interactions;
    private final RestClient history;
    private final JsonMapper json;

    Meetings(ServiceClients clients, ServiceAddresses addresses, JsonMapper json) {
        interactions = clients.of(addresses.interaction());
        history = clients.of(addresses.history());
        this.json = json;
    }

    /**
     * Everything that interaction-service knows, as JSON; nothing if it knows of no such interaction.
     *
     * @throws ProblemException unavailable, if it is silent
     */
    Optional<String> account(InteractionId interaction) {
        try {
            return Optional.ofNullable(interactions
                    .get()
                    .uri("/internal/interactions/{interactionId}", interaction)
                    .retrieve()
                    .body(String.class));
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        } catch (RestClientException silent) {
            throw unavailable(silent);
        }
    }

    /** Who met whom, by such an account. */
    Meeting read(String account) {
        return json.readValue(account, Account.class).meeting();
    }

    /**
     * Who met whom in it, from whichever service answers; nothing if there is no such interaction.
     *
     * @throws ProblemException unavailable, if neither can tell
     */
    Optional<Meeting> find(InteractionId interaction) {
        try {
            return account(interaction).map(this::read);
        } catch (ProblemException silent) {
            return Optional.of(findLogged(interaction).orElseThrow(() -> silent));
        }
    }

    /** history-service knows only what has ended: that it does not know it says nothing. */
    private Optional<Meeting> findLogged(InteractionId interaction) {
        try {
            return Optional.ofNullable(history.get()
                    .uri("/internal/history/interactions/{interactionId}", interaction)
                    .retrieve()
                    .body(Meeting.class));
        } catch (RestClientException unknownOrSilent) {
            return Optional.empty();
        }
    }

    /** Ends it if it goes on; to the other one that looks as if somebody had hung up. @throws ProblemException unavailable */
    void cut(InteractionId interaction, UserId by) {
        try {
            interactions
                    .post()
                    .uri("/internal/interactions/{interactionId}/cut", interaction)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("by", by, "reason", "reported"))
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException silent) {
            throw unavailable(silent);
        }
    }

    private static ProblemException unavailable(RestClientException cause) {
        return Problems.unavailable("What happened in this interaction cannot be told just now", cause);
    }

    /** The part of an account that is used here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Account(Person woman, Person man, @Nullable Instant endedAt) {

        Meeting meeting() {
            return new Meeting(woman.userId(), man.userId(), endedAt);
        }

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Person(UserId userId) {}
    }
}
