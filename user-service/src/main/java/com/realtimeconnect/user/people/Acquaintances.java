package com.realtimeconnect.user.people;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.ServiceClients;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Knows whether two people have anything to do with each other, by asking the services that do. */
@Component
class Acquaintances {

    private final RestClient interactions;
    private final RestClient history;

    Acquaintances(ServiceClients clients, ServiceAddresses addresses) {
        interactions = clients.of(addresses.interaction());
        history = clients.of(addresses.history());
    }

    /**
     * Whether they were matched lately, are in a call, or keep a connection. One yes is enough, whoever else is silent.
     *
     * @throws ProblemException unavailable, if nobody said yes and somebody did not answer
     */
    boolean know(UserId one, UserId other) {
        try {
            if (haveMet(one, other)) {
                return true;
            }
        } catch (ProblemException silent) {
            if (areConnected(one, other)) {
                return true;
            }
            throw silent;
        }
        return areConnected(one, other);
    }

    private boolean haveMet(UserId one, UserId other) {
        try {
            var between = interactions
                    .get()
                    .uri("/internal/interactions/between/{one}/{other}", one, other)
                    .retrieve()
                    .body(Between.class);
            return between != null && (between.matched() || between.live());
        } catch (RestClientException silent) {
            throw unavailable(silent);
        }
    }

    private boolean areConnected(UserId one, UserId other) {
        try {
            history.get()
                    .uri("/api/history/connections/between/{one}/{other}", one, other)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.NotFound strangers) {
            return false;
        } catch (RestClientException silent) {
            throw unavailable(silent);
        }
    }

    private static ProblemException unavailable(RestClientException cause) {
        return Problems.unavailable("It cannot be told just now whether you know each other", cause);
    }

    /** What interaction-service says of two people. */
    record Between(boolean matched, boolean live) {}
}
