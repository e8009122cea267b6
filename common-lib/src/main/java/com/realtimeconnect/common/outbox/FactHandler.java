package com.realtimeconnect.common.outbox;

import java.util.List;

/**
 * Delivers facts of one kind; declare a bean for each kind.
 *
 * @param <T> what is written to the outbox, as JSON
 */
public interface FactHandler<T> {

    /** The name under which facts are published. It is stored: do not change it while facts may be waiting. */
    String name();

    Class<T> payloadType();

    /** Delivers it, or throws to be tried again. It may be called again with a fact that was delivered before. */
    void deliver(T fact);

    /**
     * Delivers all of these, each of which may have been delivered before. If it throws, each is delivered by itself some
     * time later.
     */
    default void deliverAll(List<T> facts) {
        facts.forEach(this::deliver);
    }
}
