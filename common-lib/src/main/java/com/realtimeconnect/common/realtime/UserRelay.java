package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.common.stomp.EncodedEvent;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.common.stomp.EventEncoder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reaches a person on whichever node holds their sockets. In order per sender and receiver, at most once, and never
 * waiting: neither for a slow reader nor for Redis. What Redis loses is lost; {@code state} tells it again.
 */
public final class UserRelay {

    private final LocalSessions sessions;
    private final RemoteRoutes remotes;
    private final NodeRegistry registry;
    private final EventEncoder encoder;
    private final Hints hints;

    UserRelay(LocalSessions sessions, RemoteRoutes remotes, NodeRegistry registry, EventEncoder encoder, Hints hints) {
        this.sessions = sessions;
        this.remotes = remotes;
        this.registry = registry;
        this.encoder = encoder;
        this.hints = hints;
    }

    /** Tells every socket of this person, here and elsewhere. Does nothing for a person who is not connected. */
    public void send(UserId to, Event event) {
        var encoded = new EncodedOnce(event);
        for (var session : sessions.of(to)) {
            session.send(encoded.get());
        }
        remotes.send(to, encoded);
    }

    /**
     * Lets the {@link HintListener} of this name know, on every node that holds a socket of this person. As ordered and as
     * likely to arrive as an event, but what the sockets are told is the listener's decision.
     */
    public void hint(UserId about, String listener, Object hint) {
        if (!sessions.of(about).isEmpty()) {
            hints.hear(about, listener, hint);
        }
        remotes.send(about, () -> hints.encode(listener, hint));
    }

    public void closeSockets(UserId user, CloseCode code) {
        sessions.of(user).forEach(session -> session.close(code));
        remotes.tellNodesOf(user, new NodeMessage.CloseUser(user, code.number()));
    }

    /**
     * Whether any node holds a socket of this person right now. Waits for Redis if none is here.
     *
     * @throws ProblemException 503 if that cannot be told
     */
    public boolean isConnected(UserId user) {
        if (!sessions.of(user).isEmpty()) {
            return true;
        }
        try {
            return RedisLink.await(registry.nodesOf(user)).stream()
                    .anyMatch(node -> !node.equals(registry.node()) && RedisLink.await(registry.isAlive(node)));
        } catch (RedisUnreachableException unreachable) {
            throw Problems.unavailable("Who is connected cannot be told just now", unreachable);
        }
    }

    private final class EncodedOnce implements Supplier<EncodedEvent> {

        private final Event event;
        private @Nullable EncodedEvent encoded;

        EncodedOnce(Event event) {
            this.event = event;
        }

        @Override
        public EncodedEvent get() {
            var known = encoded;
            if (known == null) {
                known = encoder.encode(event);
                encoded = known;
            }
            return known;
        }
    }
}
