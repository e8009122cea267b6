package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import com.realtimeconnect.common.stomp.StompRoutes;
import org.springframework.stereotype.Component;

/** Presence over STOMP. */
@Component
class PresenceRoutes implements StompRouteRegistrar {

    private final PresenceWatch watch;

    PresenceRoutes(PresenceWatch watch) {
        this.watch = watch;
    }

    @Override
    public void register(StompRoutes routes) {
        routes.send(
                "/app/presence/subscribe",
                WatchPresence.class,
                (command, asked) -> watch.watch(command.session(), asked.userIds()));
    }
}
