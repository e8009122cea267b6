package com.realtimeconnect.communication.delivery;

import com.realtimeconnect.common.realtime.LocalSessions;
import com.realtimeconnect.communication.message.Messages;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds which rooms have had a message lately, and tells the sockets here how far those have come. It
 * makes good what no hint told: a node that died between commit and hint, or Redis that lost it. Its cost follows the
 * number of active rooms, not of sockets.
 */
@Component
class LostHintCheck implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LostHintCheck.class);

    private final Messages messages;
    private final LocalSessions sessions;
    private final SocketFeeds feeds;
    private final DeliveryProperties properties;
    private final Clock clock;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lost-hint-check").daemon().factory());
    private volatile @Nullable Future<?> looking;
    private Instant lookedAt;

    LostHintCheck(
            Messages messages, LocalSessions sessions, SocketFeeds feeds, DeliveryProperties properties, Clock clock) {
        this.messages = messages;
        this.sessions = sessions;
        this.feeds = feeds;
        this.properties = properties;
        this.clock = clock;
        this.lookedAt = clock.instant();
    }

    /** One look. After a look that failed, the next goes back as far as that one would have. */
    void look() {
        try {
            var start = clock.instant();
            if (!sessions.all().isEmpty()) {
                messages.progressSince(lookedAt.minus(properties.checkBack())).forEach(feeds::hear);
                feeds.retryAll();
            }
            lookedAt = start;
        } catch (RuntimeException unreachable) {
            log.atWarn()
                    .setCause(unreachable)
                    .log("Cannot look for lost hints now; the next look reaches further back");
        }
    }

    @Override
    public void start() {
        var pause = properties.checkEvery().toMillis();
        looking = timer.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var running = looking;
        looking = null;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    @PreDestroy
    void end() {
        timer.shutdownNow();
    }
}
