package com.realtimeconnect.localstack;

import java.net.URI;
import java.util.Map;

/** Where a person finds each service. */
public record Endpoints(Map<Service, URI> addresses) {

    public Endpoints {
        addresses = Map.copyOf(addresses);
    }

    public URI http(Service service, String path) {
        return base(service).resolve(path);
    }

    /** The address of its STOMP endpoint. */
    public URI webSocket(Service service) {
        var path = service.webSocketPath();
        if (path == null) {
            throw new IllegalArgumentException(service + " has no sockets");
        }
        var address = base(service).resolve(path);
        return URI.create("ws" + address.toString().substring("http".length()));
    }

    private URI base(Service service) {
        var address = addresses.get(service);
        if (address == null) {
            throw new IllegalArgumentException("No address of " + service);
        }
        return address;
    }
}
