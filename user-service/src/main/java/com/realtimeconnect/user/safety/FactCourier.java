package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.outbox.FactHandler;
import org.springframework.web.client.RestClient;

/** Brings facts of one kind to one of the other services, until that service has them. */
record FactCourier<T>(String name, Class<T> payloadType, RestClient receiver, String path) implements FactHandler<T> {

    @Override
    public void deliver(T fact) {
        receiver.post().uri(path).body(fact).retrieve().toBodilessEntity();
    }
}
