package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.stomp.EncodedEvent;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * This node's {@link HintListener}s by name, looked up late because they may need the relay themselves. Between nodes a
 * hint travels as an event does, under a feed that no socket can follow.
 */
final class Hints {

    private static final String SCHEME = "hint:";

    private final Supplier<Map<String, HintListener<?>>> listeners;
    private final JsonMapper json;

    Hints(Supplier<Stream<HintListener<?>>> listeners, JsonMapper json) {
        this.listeners = SingletonSupplier.of(
                () -> listeners.get().collect(Collectors.toMap(HintListener::name, Function.identity())));
        this.json = json;
    }

    EncodedEvent encode(String listener, Object hint) {
        return new EncodedEvent(
                Uuids.next(), SCHEME + listener, CorrelationId.current(), json.writeValueAsString(hint));
    }

    static boolean isHint(EncodedEvent event) {
        return event.feed() != null && event.feed().startsWith(SCHEME);
    }

    /** A hint that was given on this node. */
    void hear(UserId about, String listener, Object hint) {
        tell(find(listener), about, hint);
    }

    /** A hint that came from another node, heard as part of the work that it was given in. */
    void hear(UserId about, EncodedEvent hint) {
        var listener = find(Objects.requireNonNull(hint.feed()).substring(SCHEME.length()));
        try (var ignored = CorrelationId.open(CorrelationId.accept(hint.correlationId()))) {
            tell(listener, about, json.readValue(hint.body(), listener.type()));
        }
    }

    private HintListener<?> find(String name) {
        return Objects.requireNonNull(listeners.get().get(name), () -> "Nobody listens to hints called " + name);
    }

    private static <T> void tell(HintListener<T> listener, UserId about, Object hint) {
        listener.hear(about, listener.type().cast(hint));
    }
}
