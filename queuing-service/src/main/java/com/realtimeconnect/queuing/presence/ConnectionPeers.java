package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.directory.PeopleDirectory;
import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.ServiceClients;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Who may see whom: the connections that history-service knows, without those whom a block keeps apart. The block is asked
 * of user-service, since history-service may hear of it late.
 */
@Component
class ConnectionPeers {

    private static final Logger log = LoggerFactory.getLogger(ConnectionPeers.class);

    private final RestClient history;
    private final PeopleDirectory people;

    ConnectionPeers(ServiceClients clients, ServiceAddresses addresses, PeopleDirectory people) {
        this.history = clients.of(addresses.history());
        this.people = people;
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException {@code unavailable} if history-service does not answer */
    Set<UserId> of(UserId user) {
        var connected = connectedTo(user);
        if (connected.isEmpty()) {
            return connected;
        }
        var visible = new HashSet<>(connected);
        visible.removeAll(blockedAround(user));
        return visible;
    }

    private Set<UserId> connectedTo(UserId user) {
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

    /** Without user-service the connections stand: history-service has heard of all blocks but perhaps the latest. */
    private Set<UserId> blockedAround(UserId user) {
        try {
            return people.find(user).blocked();
        } catch (ProblemException unavailable) {
            log.warn("Blocks cannot be looked up: {}", unavailable.detail());
            return Set.of();
        }
    }

    record Answer(Set<UserId> peers) {}
}
