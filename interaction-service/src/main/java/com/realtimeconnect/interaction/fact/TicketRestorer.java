package com.realtimeconnect.interaction.fact;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.security.ServiceClients;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Brings a place to be given back to queuing-service, which knows whether the person is still there. */
@Component
class TicketRestorer implements FactHandler<RestoreTicket> {

    static final String NAME = "restore-ticket";

    /** Refusals that may be over the next time; any other is for good, such as that of a ticket that is too old. */
    private static final Set<HttpStatusCode> PASSING =
            Set.of(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.TOO_MANY_REQUESTS);

    private static final Logger log = LoggerFactory.getLogger(TicketRestorer.class);

    private final RestClient queuing;

    TicketRestorer(ServiceClients clients, ServiceAddresses services) {
        this.queuing = clients.of(services.queuing());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RestoreTicket> payloadType() {
        return RestoreTicket.class;
    }

    @Override
    public void deliver(RestoreTicket restore) {
        try {
            queuing.post()
                    .uri("/internal/queue/restore")
                    .body(restore)
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException refused) {
            if (PASSING.contains(refused.getStatusCode())) {
                throw refused;
            }
            log.atInfo()
                    .addKeyValue("userId", restore.userId())
                    .addKeyValue("status", refused.getStatusCode().value())
                    .log("The place in the queue is not given back");
        }
    }
}
