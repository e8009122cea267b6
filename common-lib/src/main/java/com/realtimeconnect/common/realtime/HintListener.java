package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;

/**
 * A feature that decides by itself what a person's sockets are told. It hears of a hint on every node that holds such a
 * socket; declare a bean for each kind.
 */
public interface HintListener<T> {

    /** What {@link UserRelay#hint} calls it. */
    String name();

    Class<T> type();

    /** Must not wait: hints for others come on the same thread. */
    void hear(UserId about, T hint);
}
