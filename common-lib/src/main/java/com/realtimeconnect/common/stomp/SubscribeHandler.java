package com.realtimeconnect.common.stomp;

/** Allows a subscription by returning, or refuses it with a {@link com.realtimeconnect.common.problem.ProblemException}. */
@FunctionalInterface
public interface SubscribeHandler {
    void onSubscribe(StompCommand command);
}
