package com.realtimeconnect.common.stomp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one socket wants to hear. Changed by the socket's own commands only, read by whoever has something to tell.
 * A new subscription to events holds back what arrives until its state was told.
 */
final class Subscriptions {

    static final String EVENTS = "/user/queue/events";
    static final String ERRORS = "/user/queue/errors";

    private volatile List<Subscription> all = List.of();

    boolean contains(String id) {
        return all.stream().anyMatch(subscription -> subscription.id.equals(id));
    }

    int size() {
        return all.size();
    }

    void add(String id, String destination) {
        add(new Subscription(id, destination, false));
    }

    /** Adds one that holds back what arrives until {@link Subscription#release}. */
    Subscription addHeld(String id, String destination) {
        var added = new Subscription(id, destination, true);
        add(added);
        return added;
    }

    private void add(Subscription added) {
        var next = new ArrayList<>(all);
        next.add(added);
        all = List.copyOf(next);
    }

    void remove(String id) {
        all = all.stream().filter(subscription -> !subscription.id.equals(id)).toList();
    }

    void forErrors(Consumer<Subscription> action) {
        all.stream().filter(subscription -> subscription.isTo(ERRORS)).forEach(action);
    }

    void deliver(EncodedEvent event, Consumer<String> out) {
        for (var subscription : all) {
            if (subscription.isTo(EVENTS) || subscription.isTo(event.feed())) {
                subscription.deliver(event, out);
            }
        }
    }

    /** How much is held back until a state was told. */
    int heldSize() {
        var size = 0;
        for (var subscription : all) {
            size += subscription.heldSize;
        }
        return size;
    }

    static final class Subscription {

        private final String id;
        private final String destination;

        /** What arrived before the state was told; null once it flows. Written under this object's lock. */
        private volatile @Nullable List<String> held;

        private volatile int heldSize;

        Subscription(String id, String destination, boolean holding) {
            this.id = id;
            this.destination = destination;
            this.held = holding ? new ArrayList<>() : null;
        }

        String id() {
            return id;
        }

        String destination() {
            return destination;
        }

        boolean isTo(@Nullable String other) {
            return destination.equals(other);
        }

        /** Tells these first, then what was held back, and from now on everything as it comes. */
        void release(List<EncodedEvent> first, Consumer<String> out) {
            synchronized (this) {
                first.forEach(event -> out.accept(frame(event)));
                Objects.requireNonNull(held).forEach(out);
                held = null;
                heldSize = 0;
            }
        }

        private void deliver(EncodedEvent event, Consumer<String> out) {
            if (held != null) {
                synchronized (this) {
                    var stillHeld = held;
                    if (stillHeld != null) {
                        var frame = frame(event);
                        stillHeld.add(frame);
                        heldSize += frame.length();
                        return;
                    }
                }
            }
            out.accept(frame(event));
        }

        private String frame(EncodedEvent event) {
            return StompFrames.event(id, destination, event);
        }
    }
}
