package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.interaction.iceserver.IceServer;
import java.util.List;

/** Fresh credentials for the interaction one is in. */
record IceServersResponse(List<IceServer> iceServers, String iceTransportPolicy) {}
