package com.realtimeconnect.interaction.iceserver;

import com.realtimeconnect.common.identity.InteractionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a browser needs to reach the other one. Thread-safe. */
@Component
public class IceServers {

    private final IceProperties properties;
    private final TurnCredentials credentials;

    IceServers(IceProperties properties, Clock clock) {
        this.properties = properties;
        this.credentials = new TurnCredentials(clock);
    }

    /** The servers, with credentials made for this interaction now. */
    public List<IceServer> of(InteractionId interaction) {
        var servers = new ArrayList<IceServer>();
        if (!properties.stunUrls().isEmpty()) {
            servers.add(new IceServer(properties.stunUrls(), null, null));
        }
        var secret = properties.turnSecret();
        if (properties.hasTurn() && secret != null) {
            servers.add(credentials.issue(properties.turnUrls(), secret, interaction));
        }
        return servers;
    }

    /** Whether everything that says where somebody is must stay out of signaling. */
    public boolean isRelayOnly() {
        return properties.isRelayOnly();
    }

    /** The value of {@code RTCConfiguration.iceTransportPolicy}. */
    public String transportPolicy() {
        return isRelayOnly() ? "relay" : "all";
    }
}
