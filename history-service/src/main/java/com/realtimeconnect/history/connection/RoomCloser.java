package com.realtimeconnect.history.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.security.ServiceClients;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Tells the communication service that the room of a removed connection is over, until it has heard it. */
@Component
class RoomCloser implements FactHandler<ConnectionRemoved> {

    static final String NAME = "close-room";

    private final RestClient communication;

    RoomCloser(ServiceClients clients, ServiceAddresses addresses) {
        communication = clients.of(addresses.communication());
    }

    private record CloseRoom(
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Set<UserId> hiddenFrom) {

        static CloseRoom because(ConnectionRemoved fact) {
            var blocked = fact.blocked();
            return blocked == null ? new CloseRoom("removed", null) : new CloseRoom("blocked", Set.of(blocked));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ConnectionRemoved> payloadType() {
        return ConnectionRemoved.class;
    }

    /** After a removal the room may still be on its way; after a block it is not opened any more. */
    @Override
    public void deliver(ConnectionRemoved fact) {
        try {
            close(fact);
        } catch (HttpClientErrorException.NotFound noRoom) {
            if (fact.blocked() == null) {
                throw noRoom;
            }
        }
    }

    private void close(ConnectionRemoved fact) {
        communication
                .post()
                .uri("/internal/rooms/{roomId}/close", fact.roomId())
                .contentType(MediaType.APPLICATION_JSON)
                .body(CloseRoom.because(fact))
                .retrieve()
                .toBodilessEntity();
    }
}
