package com.realtimeconnect.localstack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which path belongs to which service, seen from a browser. The same as {@code deploy/nginx/routes.conf}, and a test says so.
 *
 * @param path where it begins, or the whole of it
 * @param service null for what is hidden from outside
 * @param prefix what the service itself does not know of the path
 */
record GatewayRoute(String path, boolean exact, @Nullable Service service, String prefix) {

    /** The first that matches counts. */
    static final List<GatewayRoute> ALL = List.of(
            hidden("/auth/service-token"),
            begins("/auth/", Service.USER),
            begins("/.well-known/", Service.USER),
            exactly("/profile", Service.USER),
            begins("/profile/", Service.USER),
            begins("/profiles/", Service.USER),
            begins("/safety/", Service.USER),
            begins("/admin/", Service.USER),
            begins("/api/queue", Service.QUEUING),
            begins("/api/presence", Service.QUEUING),
            begins("/api/interactions/", Service.INTERACTION),
            hidden("/api/history/log-interaction"),
            hidden("/api/history/connections/between/"),
            begins("/api/history/", Service.HISTORY),
            begins("/api/rooms", Service.COMMUNICATION),
            exactly("/queuing/ws", Service.QUEUING).without("/queuing"),
            begins("/queuing/ws-sockjs", Service.QUEUING).without("/queuing"),
            exactly("/interaction/ws", Service.INTERACTION).without("/interaction"),
            begins("/interaction/ws-sockjs", Service.INTERACTION).without("/interaction"),
            exactly("/chat", Service.COMMUNICATION),
            begins("/chat-sockjs", Service.COMMUNICATION));

    /** Empty for what is no service's: the files of the web client. */
    static Optional<GatewayRoute> of(String path) {
        return ALL.stream().filter(route -> route.matches(path)).findFirst();
    }

    private static GatewayRoute begins(String path, Service service) {
        return new GatewayRoute(path, false, service, "");
    }

    private static GatewayRoute exactly(String path, Service service) {
        return new GatewayRoute(path, true, service, "");
    }

    private static GatewayRoute hidden(String path) {
        return new GatewayRoute(path, !path.endsWith("/"), null, "");
    }

    private GatewayRoute without(String removed) {
        return new GatewayRoute(path, exact, service, removed);
    }

    private boolean matches(String asked) {
        return exact ? asked.equals(path) : asked.startsWith(path);
    }
}
