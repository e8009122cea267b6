package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.stomp.EncodedEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends to the other nodes that hold a person's sockets. Which these are is remembered for a short time, and forgotten
 * at once when a node says that the person moved. What is sent while nothing is known waits in line, so order holds.
 */
final class RemoteRoutes {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int LONGEST_LINE = 1024 * 1024;

    private final NodeRegistry registry;
    private final RedisLink redis;
    private final RealtimeKeys keys;
    private final RealtimeMetrics metrics;
    private final Clock clock;
    private final Map<UserId, Remote> remotes = new ConcurrentHashMap<>();

    RemoteRoutes(NodeRegistry registry, RedisLink redis, RealtimeKeys keys, RealtimeMetrics metrics, Clock clock) {
        this.registry = registry;
        this.redis = redis;
        this.keys = keys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Sends what the supplier makes, which is not asked if nobody is to be told. */
    void send(UserId user, Supplier<EncodedEvent> event) {
        while (!remotes.computeIfAbsent(user, Remote::new).send(event)) {
            // It was just put away for being idle: take a new one.
            Thread.onSpinWait();
        }
    }

    /** Sends on a message that came for someone who is not here, to nodes that it was not sent to. */
    void forward(NodeMessage.Tell message) {
        RedisLink.unawaited(registry.nodesOf(message.user()).thenAccept(nodes -> {
            var others = nodes.stream()
                    .filter(node ->
                            !node.equals(registry.node()) && !message.told().contains(node))
                    .toList();
            if (!others.isEmpty()) {
                publish(message.user(), others, message.alsoTold(others));
            }
        }));
    }

    /** Tells every other node that may hold sockets of this person. */
    void tellNodesOf(UserId user, NodeMessage message) {
        RedisLink.unawaited(registry.nodesOf(user).whenComplete((nodes, unreachable) -> {
            if (unreachable != null) {
                metrics.lost("redis");
            } else {
                publish(user, others(nodes), message);
            }
        }));
    }

    void tell(String node, NodeMessage message) {
        RedisLink.unawaited(redis.commands().spublish(keys.channel(node), message.encode()));
    }

    /** Tells every node, this one included, to look up this person again. */
    void announceMove(UserId user) {
        RedisLink.unawaited(redis.commands().spublish(keys.moves(), user.toString()));
    }

    void forget(UserId user) {
        var remote = remotes.get(user);
        if (remote != null) {
            remote.forget();
        }
    }

    void forgetAll() {
        remotes.values().forEach(Remote::forget);
    }

    void putAwayIdle() {
        remotes.values().removeIf(Remote::retireIfIdle);
    }

    private List<String> others(Set<String> nodes) {
        return nodes.stream().filter(node -> !node.equals(registry.node())).toList();
    }

    private void publish(UserId user, List<String> nodes, NodeMessage message) {
        var text = message.encode();
        for (var node : nodes) {
            RedisLink.unawaited(redis.commands()
                    .spublish(keys.channel(node), text)
                    .whenComplete((heard, unreachable) -> {
                        if (unreachable != null) {
                            metrics.lost("redis");
                        } else if (heard == 0) {
                            metrics.lost("nobody");
                            forget(user);
                            registry.prune(user, node);
                        }
                    }));
        }
    }

    /** One person's sockets elsewhere. */
    private final class Remote {

        private final UserId user;
        private final Queue<EncodedEvent> line = new ArrayDeque<>(0);
        private int lineSize;
        private @Nullable List<String> nodes;
        private boolean looking;
        private boolean moved;
        private boolean retired;
        private long knownAt = System.nanoTime() - REMEMBERED.toNanos();
        private long usedAt = System.nanoTime();

        Remote(UserId user) {
            this.user = user;
        }

        synchronized boolean send(Supplier<EncodedEvent> event) {
            if (retired) {
                return false;
            }
            usedAt = System.nanoTime();
            var known = nodes;
            var fresh = usedAt - knownAt < REMEMBERED.toNanos();
            if (known == null || (known.isEmpty() && !fresh)) {
                lineUp(event.get());
            } else if (!known.isEmpty()) {
                publish(known, event.get());
            }
            if (!fresh && !looking) {
                look(); // Last, for the answer may be there at once, and empties the line.
            }
            return true;
        }

        private void lineUp(EncodedEvent event) {
            if (lineSize + event.body().length() > LONGEST_LINE) {
                metrics.lost("line");
                return;
            }
            line.add(event);
            lineSize += event.body().length();
        }

        private void publish(List<String> known, EncodedEvent event) {
            RemoteRoutes.this.publish(user, known, new NodeMessage.Tell(user, known, clock.millis(), event));
        }

        private void look() {
            looking = true;
            moved = false;
            RedisLink.unawaited(registry.nodesOf(user).whenComplete(this::found));
        }

        private synchronized void found(@Nullable Set<String> found, @Nullable Throwable unreachable) {
            looking = false;
            if (found != null && moved) {
                look();
                return;
            }
            if (found == null) {
                line.forEach(event -> metrics.lost("redis"));
            } else {
                know(others(found));
            }
            line.clear();
            lineSize = 0;
        }

        private void know(List<String> known) {
            nodes = known;
            knownAt = System.nanoTime();
            if (!known.isEmpty()) {
                line.forEach(event -> publish(known, event));
            }
        }

        synchronized void forget() {
            moved = true;
            nodes = null;
            knownAt = System.nanoTime() - REMEMBERED.toNanos();
        }

        synchronized boolean retireIfIdle() {
            retired = !looking && System.nanoTime() - usedAt > IDLE.toNanos();
            return retired;
        }
    }
}
