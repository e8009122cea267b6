package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.outbox.FactHandler;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Brings changes of standing to one of the other services. */
class StandingDelivery implements FactHandler<StandingChanged> {

    private final String name;
    private final RestClient service;

    StandingDelivery(String name, RestClient service) {
        this.name = name;
        this.service = service;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<StandingChanged> payloadType() {
        return StandingChanged.class;
    }

    @Override
    public void deliver(StandingChanged change) {
        service.post()
                .uri("/internal/standings")
                .contentType(MediaType.APPLICATION_JSON)
                .body(change)
                .retrieve()
                .toBodilessEntity();
    }
}
