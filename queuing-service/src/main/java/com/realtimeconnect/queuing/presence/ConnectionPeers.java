package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.ServiceClients;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks history-service who is connected to whom. */
@Component
class ConnectionPeers {

    private final RestClient history;

    ConnectionPeers(ServiceClients clients, ServiceAddresses addresses) {
        this.history = clients.of(addresses.history());
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException {@code unavailable} if history-service does not answer */
    Set<UserId> of(UserId user) {
        try {
            var answer = history.get()
                    .uri("/internal/history/connections/{userId}/peers", user)
                    .retrieve()
                    .body(Answer.class);
            return answer == null ? Set.of() : answer.peers();
        } catch (RestClientException unreachable) {
            throw Problems.unavailable("Your connections cannot be looked up right now", unreachable);
        }
    }

    record Answer(Set<UserId> peers) {}
}
