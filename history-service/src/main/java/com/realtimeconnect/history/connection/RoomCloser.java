package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.security.ServiceClients;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Tells the communication service that the room of a removed connection is over, until it has heard it. */
@Component
class RoomCloser implements FactHandler<ConnectionRemoved> {

    static final String NAME = "close-room";

    private final RestClient communication;

    RoomCloser(ServiceClients clients, ServiceAddresses addresses) {
        communication = clients.of(addresses.communication());
    }

    private record CloseRoom(String reason) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ConnectionRemoved> payloadType() {
        return ConnectionRemoved.class;
    }

    @Override
    public void deliver(ConnectionRemoved fact) {
        communication
                .post()
                .uri("/internal/rooms/{roomId}/close", fact.roomId())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new CloseRoom("removed"))
                .retrieve()
                .toBodilessEntity();
    }
}
