package com.realtimeconnect.interaction.keeping;

import com.realtimeconnect.common.block.BlockedPairs;
import com.realtimeconnect.common.block.KeptApartException;
import com.realtimeconnect.common.directory.PeopleDirectory;
import com.realtimeconnect.common.directory.ServiceAddresses;
import com.realtimeconnect.common.event.interaction.ConnectionFormed;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.common.security.ServiceClients;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import com.realtimeconnect.common.stomp.StompRoutes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * Makes the connection in history, then the room, and only then tells the two, so that {@code connected} means that they
 * can chat. Tried again from the start until all of it is done; both services take the same connection twice. The event
 * carries the connection's id as its own, so that a client that hears it twice knows.
 */
@Component
class ConnectionMaker implements FactHandler<ConnectionFormed>, StompRouteRegistrar {

    static final String NAME = "make-connection";
    private static final Logger log = LoggerFactory.getLogger(ConnectionMaker.class);

    private final RestClient history;
    private final RestClient communication;
    private final PeopleDirectory people;
    private final BlockedPairs blockedPairs;
    private final UserRelay relay;

    ConnectionMaker(
            ServiceClients clients,
            ServiceAddresses services,
            PeopleDirectory people,
            BlockedPairs blockedPairs,
            UserRelay relay) {
        this.history = clients.of(services.history());
        this.communication = clients.of(services.communication());
        this.people = people;
        this.blockedPairs = blockedPairs;
        this.relay = relay;
    }

    @Override
    public void register(StompRoutes routes) {
        routes.tells("connected", "Both wanted to stay in touch, and can write to each other now", Connected.class);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ConnectionFormed> payloadType() {
        return ConnectionFormed.class;
    }

    @Override
    public void deliver(ConnectionFormed formed) {
        var room = mayStillConnect(formed) ? unlessKeptApart(() -> open(formed)) : Optional.<ConnectionFormed>empty();
        room.ifPresentOrElse(
                opened -> tell(formed, opened),
                () -> log.atInfo()
                        .addKeyValue("interactionId", formed.interactionId())
                        .log("No connection after a block"));
    }

    private void tell(ConnectionFormed formed, ConnectionFormed room) {
        var connected = new Connected(formed.interactionId(), room.connectionId(), room.roomId());
        var event = new Event(formed.connectionId(), "connected", room.since(), connected, null);
        List.of(formed.woman(), formed.man()).forEach(one -> relay.send(one.userId(), event));
        log.atInfo().addKeyValue("interactionId", formed.interactionId()).log("Connected");
    }

    /** A block between the second yes and now wins; so does somebody who is gone. */
    private boolean mayStillConnect(ConnectionFormed formed) {
        if (blockedPairs.keepApart(formed.woman().userId(), formed.man().userId(), formed.since())) {
            return false;
        }
        var man = formed.man().userId();
        var found = people.find(List.of(formed.woman().userId(), man));
        var woman = found.get(formed.woman().userId());
        return woman != null && found.containsKey(man) && !woman.blocked().contains(man);
    }

    /** History and communication know of blocks themselves, and theirs may be the newer truth. */
    private static Optional<ConnectionFormed> unlessKeptApart(Supplier<ConnectionFormed> opening) {
        try {
            return Optional.of(opening.get());
        } catch (HttpClientErrorException.Conflict refused) {
            var problem = refused.getResponseBodyAs(Refusal.class);
            if (problem != null && KeptApartException.TYPE.code().equals(problem.code())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Two who are connected already stay in the room they have. */
    private ConnectionFormed open(ConnectionFormed formed) {
        var counts = history.post()
                .uri("/api/history/connections")
                .body(formed)
                .retrieve()
                .body(FormedConnection.class);
        if (counts == null) {
            throw Problems.unavailable("History does not say which connection counts");
        }
        var room = new ConnectionFormed(
                counts.connectionId(),
                counts.roomId(),
                formed.interactionId(),
                counts.since(),
                formed.woman(),
                formed.man());
        communication.post().uri("/internal/rooms").body(room).retrieve().toBodilessEntity();
        return room;
    }
}
