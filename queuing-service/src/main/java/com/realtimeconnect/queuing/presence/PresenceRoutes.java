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
                        "Watches these of my connections from now on, instead of those before",
                        WatchPresence.class,
                        (command, asked) -> watch.watch(command.session(), asked.userIds()))
                .tells(
                        "presence-changed",
                        "How somebody is whom I watch: at first, and when it changes",
                        Presence.class);
    }
}
