package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.problem.Problem;
import com.realtimeconnect.common.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What all sockets of this node share, and the one clockwork that looks after their deadlines. */
final class StompEndpoint implements AutoCloseable {

    static final Duration TICK = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(StompEndpoint.class);

    private final StompProperties properties;
    private final StompRoutes routes;
    private final FrameDispatcher dispatcher = new FrameDispatcher(this);
    private final @Nullable StateSource stateSource;
    private final SocketAuthenticator authenticator;
    private final PayloadReader payloads;
    private final EventEncoder encoder;
    private final JsonMapper json;
    private final List<SessionListener> listeners;
    private final StompMetrics metrics;
    private final Clock clock;
    private final Set<StompConnection> connections = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stomp-clockwork").factory());
    private final Future<?> ticking;
    private volatile boolean draining;

    StompEndpoint(
            StompProperties properties,
            StompRoutes routes,
            List<StompRouteRegistrar> registrars,
            @Nullable StateSource stateSource,
            SocketAuthenticator authenticator,
            PayloadReader payloads,
            EventEncoder encoder,
            JsonMapper json,
            List<SessionListener> listeners,
            StompMetrics metrics,
            Clock clock) {
        this.properties = properties;
        this.routes = routes;
        this.stateSource = stateSource;
        this.authenticator = authenticator;
        this.payloads = payloads;
        this.encoder = encoder;
        this.json = json;
        this.listeners = List.copyOf(listeners);
        this.metrics = metrics;
        this.clock = clock;
        routes.send(
                "/app/auth/refresh",
                "Swaps the access token of this socket for a newer one of the same login",
                RefreshToken.class,
                (command, refresh) -> ((StompConnection) command.session()).refresh(refresh));
        registrars.forEach(registrar -> registrar.register(routes));
        metrics.watch(connections);
        ticking = clockwork.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    StompConnection connect(Transport transport) {
        var connection = new StompConnection(this, transport);
        connections.add(connection);
        return connection;
    }

    Collection<StompConnection> connections() {
        return connections;
    }

    /** Whether sockets are let in. */
    void drain(boolean drains) {
        draining = drains;
    }

    boolean isDraining() {
        return draining;
    }

    @Override
    public void close() {
        ticking.cancel(false);
        clockwork.shutdownNow();
    }

    private void tick() {
        var now = nanoTime();
        var wallClock = clock.instant();
        for (var connection : connections) {
            try {
                connection.tick(now, wallClock);
            } catch (RuntimeException fault) {
                log.atError()
                        .setCause(fault)
                        .addKeyValue("session", connection.id())
                        .log("A socket was not looked at");
            }
        }
    }

    void forget(StompConnection connection) {
        connections.remove(connection);
    }

    void opened(StompSession session) {
        listeners.forEach(listener -> listener.opened(session));
    }

    void closed(StompSession session, int code) {
        metrics.closed(code);
        // The thread that noticed may be one that must not wait.
        Thread.ofVirtual().name("stomp-closed-", 0).start(() -> {
            for (var listener : listeners.reversed()) {
                try {
                    listener.closed(session, code);
                } catch (RuntimeException fault) {
                    log.atError()
                            .setCause(fault)
                            .addKeyValue("session", session.id())
                            .log("An end was not noted");
                }
            }
        });
    }

    String problem(ProblemException refusal, @Nullable String instance) {
        return json.writeValueAsString(Problem.from(refusal, instance, CorrelationId.current()));
    }

    long nanoTime() {
        return System.nanoTime();
    }

    Clock clock() {
        return clock;
    }

    StompProperties properties() {
        return properties;
    }

    StompRoutes routes() {
        return routes;
    }

    FrameDispatcher dispatcher() {
        return dispatcher;
    }

    @Nullable
    StateSource stateSource() {
        return stateSource;
    }

    SocketAuthenticator authenticator() {
        return authenticator;
    }

    PayloadReader payloads() {
        return payloads;
    }

    EventEncoder encoder() {
        return encoder;
    }

    StompMetrics metrics() {
        return metrics;
    }
}
