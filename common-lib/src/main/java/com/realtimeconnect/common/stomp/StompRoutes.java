package com.realtimeconnect.common.stomp;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every destination this service knows. A pattern is matched letter by letter; {@code {name}} stands for one segment of
 * letters, digits and {@code . _ ~ -}, the first a letter or digit. What is not registered does not exist.
 */
public final class StompRoutes {

    private final DestinationTable<SendRoute<?>> sends = new DestinationTable<>();
    private final DestinationTable<SubscribeHandler> subscriptions = new DestinationTable<>();

    /** Commands to {@code pattern}, such as {@code /app/rooms/{roomId}/send}, with a JSON body of this type. */
    public <T> StompRoutes send(String pattern, Class<T> payload, SendHandler<T> handler) {
        return sendFollowed(pattern, payload, (command, body) -> {
            handler.handle(command, body);
            return () -> {};
        });
    }

    /** The same for commands that others are told of, after the sender has got the RECEIPT. */
    public <T> StompRoutes sendFollowed(String pattern, Class<T> payload, FollowedHandler<T> handler) {
        if (!pattern.startsWith("/app/")) {
            throw new IllegalArgumentException("Commands are sent to /app/…, not to " + pattern);
        }
        sends.add(pattern, new SendRoute<>(payload, handler));
        return this;
    }

    /** Feeds that can be subscribed to, such as {@code /topic/rooms/{roomId}}. */
    public StompRoutes subscribe(String pattern, SubscribeHandler handler) {
        if (!pattern.startsWith("/topic/")) {
            throw new IllegalArgumentException("Feeds are subscribed to at /topic/…, not at " + pattern);
        }
        subscriptions.add(pattern, handler);
        return this;
    }

    /** Everything that was registered, commands and feeds. */
    public Set<String> patterns() {
        return Stream.concat(sends.patterns(), subscriptions.patterns()).collect(Collectors.toUnmodifiableSet());
    }

    DestinationTable.@Nullable Match<SendRoute<?>> findSend(String destination) {
        return sends.find(destination);
    }

    DestinationTable.@Nullable Match<SubscribeHandler> findSubscription(String destination) {
        return subscriptions.find(destination);
    }

    record SendRoute<T>(Class<T> payload, FollowedHandler<T> handler) {}
}
