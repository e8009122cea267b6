package com.realtimeconnect.common.stomp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every destination this service knows. A pattern is matched letter by letter; {@code {name}} stands for one segment of
 * letters, digits, {@code . _ ~ -}. What is not registered does not exist: nothing is decoded or normalised.
 */
public final class StompRoutes {

    private final Table<SendRoute<?>> sends = new Table<>();
    private final Table<SubscribeHandler> subscriptions = new Table<>();

    /** Commands to {@code pattern}, such as {@code /app/rooms/{roomId}/send}, with a JSON body of this type. */
    public <T> StompRoutes send(String pattern, Class<T> payload, SendHandler<T> handler) {
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

    @Nullable
    Match<SendRoute<?>> findSend(String destination) {
        return sends.find(destination);
    }

    @Nullable
    Match<SubscribeHandler> findSubscription(String destination) {
        return subscriptions.find(destination);
    }

    record SendRoute<T>(Class<T> payload, SendHandler<T> handler) {}

    record Match<R>(R route, Map<String, String> variables) {}

    private static final class Table<R> {

        private final Map<String, Match<R>> literal = new HashMap<>();
        private final List<Pattern<R>> patterns = new ArrayList<>();

        void add(String pattern, R route) {
            var added = new Pattern<>(pattern.split("/", -1), route);
            if (literal.containsKey(pattern) || patterns.stream().anyMatch(added::sameShape)) {
                throw new IllegalArgumentException("Registered twice: " + pattern);
            }
            if (pattern.contains("{")) {
                patterns.add(added);
            } else {
                literal.put(pattern, new Match<>(route, Map.of()));
            }
        }

        @Nullable
        Match<R> find(String destination) {
            var exact = literal.get(destination);
            if (exact != null || patterns.isEmpty()) {
                return exact;
            }
            var segments = destination.split("/", -1);
            for (var pattern : patterns) {
                var variables = pattern.match(segments);
                if (variables != null) {
                    return new Match<>(pattern.route, variables);
                }
            }
            return null;
        }
    }

    private record Pattern<R>(String[] segments, R route) {

        boolean sameShape(Pattern<R> other) {
            if (segments.length != other.segments.length) {
                return false;
            }
            for (int i = 0; i < segments.length; i++) {
                var bothVariable = isVariable(segments[i]) && isVariable(other.segments[i]);
                if (!bothVariable && !segments[i].equals(other.segments[i])) {
                    return false;
                }
            }
            return true;
        }

        @Nullable
        Map<String, String> match(String[] destination) {
            if (destination.length != segments.length) {
                return null;
            }
            var variables = new HashMap<String, String>();
            for (int i = 0; i < segments.length; i++) {
                if (isVariable(segments[i]) && isSane(destination[i])) {
                    variables.put(segments[i].substring(1, segments[i].length() - 1), destination[i]);
                } else if (!segments[i].equals(destination[i])) {
                    return null;
                }
            }
            return Map.copyOf(variables);
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{") && segment.endsWith("}");
        }

        private static boolean isSane(String segment) {
            return !segment.isEmpty()
                    && segment.length() <= 128
                    && segment.chars()
                            .allMatch(c -> c >= 'a' && c <= 'z'
                                    || c >= 'A' && c <= 'Z'
                                    || c >= '0' && c <= '9'
                                    || "._~-".indexOf(c) >= 0);
        }
    }
}
