package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.stomp.CloseCode;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** What this node hears from others, and the pulse by which it stays known to them. */
final class NodeChannel implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NodeChannel.class);

    /** Up before the web server takes sockets, and down after the last of them. */
    private static final int PHASE = 100;

    private final RedisLink redis;
    private final RealtimeKeys keys;
    private final NodeRegistry registry;
    private final LocalSessions sessions;
    private final RemoteRoutes remotes;
    private final Hints hints;
    private final RealtimeMetrics metrics;
    private final Clock clock;
    private final Duration pulseEvery;
    private volatile @Nullable Thread pulse;

    NodeChannel(
            RedisLink redis,
            RealtimeKeys keys,
            NodeRegistry registry,
            LocalSessions sessions,
            RemoteRoutes remotes,
            Hints hints,
            RealtimeMetrics metrics,
            Clock clock,
            Duration pulseEvery) {
        this.redis = redis;
        this.keys = keys;
        this.registry = registry;
        this.sessions = sessions;
        this.remotes = remotes;
        this.hints = hints;
        this.metrics = metrics;
        this.clock = clock;
        this.pulseEvery = pulseEvery;
    }

    @Override
    public void start() {
        redis.listen(this::hear);
        beat();
        pulse = Thread.ofPlatform().daemon().name("realtime-pulse").start(this::beatUntilStopped);
    }

    @Override
    public void stop() {
        var stopped = pulse;
        pulse = null;
        if (stopped != null) {
            stopped.interrupt();
        }
        registry.resign();
    }

    @Override
    public boolean isRunning() {
        return pulse != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void beatUntilStopped() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(pulseEvery);
                beat();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            redis.subscribe(keys.channel(registry.node()));
            redis.subscribe(keys.moves());
            registry.renew();
            remotes.putAwayIdle();
        } catch (RuntimeException unreachable) {
            remotes.forgetAll();
            log.atWarn().addKeyValue("cause", unreachable.getMessage()).log("This node cannot be reached by others");
        }
    }

    private void hear(String channel, String text) {
        try {
            if (channel.equals(keys.moves()) && text.equals(RealtimeKeys.EVERYBODY)) {
                remotes.forgetAll();
            } else if (channel.equals(keys.moves())) {
                remotes.forget(UserId.of(text));
            } else {
                hear(NodeMessage.decode(text));
            }
        } catch (RuntimeException fault) {
            log.atError().setCause(fault).log("A message of another node was not understood");
        }
    }

    private void hear(NodeMessage message) {
        if (message instanceof NodeMessage.Tell tell) {
            deliver(tell);
        } else if (message instanceof NodeMessage.CloseUser close) {
            sessions.of(close.user()).forEach(session -> session.close(codeOf(close.code())));
        } else if (message instanceof NodeMessage.CloseSocket close) {
            var session = sessions.find(close.socket());
            if (session != null) {
                session.close(codeOf(close.code()));
            }
        }
    }

    private void deliver(NodeMessage.Tell tell) {
        var here = sessions.of(tell.user());
        if (here.isEmpty()) {
            remotes.forward(tell);
            return;
        }
        if (Hints.isHint(tell.event())) {
            hints.hear(tell.user(), tell.event());
        } else {
            here.forEach(session -> session.send(tell.event()));
        }
        metrics.relayed(Duration.ofMillis(Math.max(0, clock.millis() - tell.sentMillis())));
    }

    private static CloseCode codeOf(int number) {
        return CloseCode.of(number).orElse(CloseCode.SERVER_ERROR);
    }
}
