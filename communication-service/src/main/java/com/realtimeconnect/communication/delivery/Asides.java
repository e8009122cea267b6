package com.realtimeconnect.communication.delivery;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.realtime.HintListener;
import com.realtimeconnect.common.realtime.LocalSessions;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.common.stomp.StompSession;
import com.realtimeconnect.communication.room.Room;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the other, and a person's other devices, that somebody types or has read. Nobody keeps it. */
@Component
class Asides implements HintListener<Aside> {

    private static final String HINT = "chat-aside";

    private final UserRelay relay;
    private final LocalSessions sessions;
    private final JsonMapper json;
    private final Clock clock;

    Asides(UserRelay relay, LocalSessions sessions, JsonMapper json, Clock clock) {
        this.relay = relay;
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
    }

    /** Tells everybody in the room. In a closed one people are nothing to each other, so only the own devices are told. */
    void tell(StompSession causedBy, Room room, String type, Object data) {
        var aside = new Aside(Uuids.next(), type, clock.instant(), room.id(), json.valueToTree(data), causedBy.id());
        var me = causedBy.user().id();
        relay.hint(me, HINT, aside);
        if (room.isOpen()) {
            relay.hint(room.peerOf(me).userId(), HINT, aside);
        }
    }

    @Override
    public String name() {
        return HINT;
    }

    @Override
    public Class<Aside> type() {
        return Aside.class;
    }

    @Override
    public void hear(UserId to, Aside aside) {
        for (var session : sessions.of(to)) {
            if (!session.id().equals(aside.causedBy())) {
                session.send(aside.event());
            }
        }
    }
}
