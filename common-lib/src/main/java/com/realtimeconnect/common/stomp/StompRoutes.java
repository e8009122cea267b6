package com.realtimeconnect.common.stomp;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that goes over this service's sockets: destinations with what is sent there, and events. A pattern is matched
 * letter by letter; {@code {name}} stands for one segment of letters, digits and {@code . _ ~ -}, the first a letter or
 * digit. What is not registered does not exist: no client can send it, and no service can tell it.
 */
public final class StompRoutes {

    private final DestinationTable<SendRoute<?>> sends = new DestinationTable<>();
    private final DestinationTable<SubscribeHandler> subscriptions = new DestinationTable<>();
    private final SortedMap<String, Command> commands = new TreeMap<>();
    private final SortedMap<String, String> feeds = new TreeMap<>();
    private final SortedMap<String, EventType> events = new TreeMap<>();

    /** What can be sent to a destination. */
    public record Command(String summary, Class<?> payload) {}

    /** What people are told, and the type of its {@code data}. */
    public record EventType(String summary, Class<?> data) {}

    /**
     * Commands to {@code pattern}, such as {@code /app/rooms/{roomId}/send}, with a JSON body of this type.
     *
     * @param summary what the command does, for those who write clients
     */
    public <T> StompRoutes send(String pattern, String summary, Class<T> payload, SendHandler<T> handler) {
        return sendFollowed(pattern, summary, payload, (command, body) -> {
            handler.handle(command, body);
            return () -> {};
        });
    }

    /** The same for commands that others are told of, after the sender has got the RECEIPT. */
    public <T> StompRoutes sendFollowed(String pattern, String summary, Class<T> payload, FollowedHandler<T> handler) {
        if (!pattern.startsWith("/app/")) {
            throw new IllegalArgumentException("Commands are sent to /app/…, not to " + pattern);
        }
        sends.add(pattern, new SendRoute<>(payload, handler));
        commands.put(pattern, new Command(summary, payload));
        return this;
    }

    /** Feeds that can be subscribed to, such as {@code /topic/rooms/{roomId}}. */
    public StompRoutes subscribe(String pattern, String summary, SubscribeHandler handler) {
        if (!pattern.startsWith("/topic/")) {
            throw new IllegalArgumentException("Feeds are subscribed to at /topic/…, not at " + pattern);
        }
        subscriptions.add(pattern, handler);
        feeds.put(pattern, summary);
        return this;
    }

    /**
     * Events of this type, such as {@code found-match}.
     *
     * @param summary when it is told, for those who write clients
     * @param data what every such event carries
     */
    public StompRoutes tells(String event, String summary, Class<?> data) {
        if (events.putIfAbsent(event, new EventType(summary, data)) != null) {
            throw new IllegalArgumentException("The event " + event + " is registered twice");
        }
        return this;
    }

    /** By pattern, in order. */
    public SortedMap<String, Command> commands() {
        return Collections.unmodifiableSortedMap(commands);
    }

    /** The summary of each feed, by pattern, in order. */
    public SortedMap<String, String> feeds() {
        return Collections.unmodifiableSortedMap(feeds);
    }

    /** By name, in order. */
    public SortedMap<String, EventType> events() {
        return Collections.unmodifiableSortedMap(events);
    }

    /**
     * Data that are JSON already may come from another node, and are taken for what they should be.
     *
     * @throws IllegalStateException if events of this type are not registered, or not with such data
     */
    void requireRegistered(Event event) {
        var type = events.get(event.type());
        if (type == null || !(event.data() instanceof JsonNode || type.data().isInstance(event.data()))) {
            throw new IllegalStateException("No event " + event.type() + " is registered with such data");
        }
    }

    /** Every destination that was registered, of commands and feeds. */
    public Set<String> patterns() {
        return Stream.concat(commands.keySet().stream(), feeds.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    DestinationTable.@Nullable Match<SendRoute<?>> findSend(String destination) {
        return sends.find(destination);
    }

    DestinationTable.@Nullable Match<SubscribeHandler> findSubscription(String destination) {
        return subscriptions.find(destination);
    }

    record SendRoute<T>(Class<T> payload, FollowedHandler<T> handler) {}
}
