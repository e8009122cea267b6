package com.realtimeconnect.common.stomp;

/** A {@link SendHandler} with something left to do, such as telling others, once the sender has got the RECEIPT. */
@FunctionalInterface
public interface FollowedHandler<T> {

    /** Carries the command out, and answers what is done after the RECEIPT. That must not be able to fail. */
    Runnable handle(StompCommand command, T payload);
}
