package com.realtimeconnect.common.outbox;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Brings facts of one kind to one of the other services, as JSON by POST, until that service has them. */
public record FactCourier<T>(String name, Class<T> payloadType, RestClient receiver, String path)
        implements FactHandler<T> {

    @Override
    public void deliver(T fact) {
        receiver.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(fact)
                .retrieve()
                .toBodilessEntity();
    }
}
