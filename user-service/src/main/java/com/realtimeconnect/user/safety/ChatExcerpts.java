package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.security.ServiceClients;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks communication-service what two people wrote to each other last. */
@Component
class ChatExcerpts {

    private final RestClient communication;

    ChatExcerpts(ServiceClients clients, ServiceAddresses addresses) {
        communication = clients.of(addresses.communication());
    }

    /** As JSON; without messages if they never wrote. @throws ProblemException unavailable, if communication-service is silent */
    String between(UserId one, UserId other) {
        try {
            var excerpt = communication
                    .get()
                    .uri("/internal/excerpts/{one}/{other}", one, other)
                    .retrieve()
                    .body(String.class);
            if (excerpt == null) {
                throw Problems.unavailable("communication-service gave an empty answer");
            }
            return excerpt;
        } catch (RestClientException silent) {
            throw Problems.unavailable("What the two wrote cannot be read just now", silent);
        }
    }
}
