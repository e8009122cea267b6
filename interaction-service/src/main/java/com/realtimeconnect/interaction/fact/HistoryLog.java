package com.realtimeconnect.interaction.fact;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.event.interaction.InteractionEnded;
import com.realtimeconnect.common.event.interaction.InteractionsEnded;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.security.ServiceClients;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Brings every end to history until history has it. */
@Component
class HistoryLog implements FactHandler<InteractionEnded> {

    static final String NAME = "log-interaction";
    private static final Logger log = LoggerFactory.getLogger(HistoryLog.class);

    private final RestClient history;

    HistoryLog(ServiceClients clients, ServiceAddresses services) {
        this.history = clients.of(services.history());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<InteractionEnded> payloadType() {
        return InteractionEnded.class;
    }

    @Override
    public void deliver(InteractionEnded ended) {
        try {
            history.post()
                    .uri("/api/history/log-interaction")
                    .body(ended)
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode() != HttpStatus.CONFLICT) {
                throw refused;
            }
            // It will be refused for ever; what stands there stays, and a person has to look.
            log.atError()
                    .addKeyValue("interactionId", ended.interactionId())
                    .log("History holds another account of this interaction");
        }
    }

    /** One request for all; history logs all of them or none. */
    @Override
    public void deliverAll(List<InteractionEnded> ended) {
        history.post()
                .uri("/internal/history/interactions")
                .body(new InteractionsEnded(ended))
                .retrieve()
                .toBodilessEntity();
    }
}
