package com.realtimeconnect.common.stomp;

/** A feature's commands and feeds: one bean per feature, asked once at start-up. */
@FunctionalInterface
public interface StompRouteRegistrar {
    void register(StompRoutes routes);
}
