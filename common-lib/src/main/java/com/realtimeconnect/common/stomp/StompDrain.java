package com.realtimeconnect.common.stomp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Empties this node before its web server stops. Each socket is served until its turn comes, and is then told to come
 * back, so that the other nodes meet a steady stream instead of a wave and no call waits longer than its grace.
 */
final class StompDrain implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StompDrain.class);

    /** Before the web server, which Spring Boot stops at 1024 below the last phase. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

    private static final int GENTLE_PER_SECOND = 200;
    private static final int LONGEST_JITTER_MILLIS = 1000;
    private static final Duration GOODBYE = Duration.ofSeconds(6);

    private final StompEndpoint endpoint;
    private volatile boolean running;

    StompDrain(StompEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void start() {
        endpoint.drain(false);
        running = true;
    }

    @Override
    public void stop(Runnable done) {
        Thread.ofVirtual().name("stomp-drain").start(() -> {
            try {
                drain();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                running = false;
                done.run();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void drain() throws InterruptedException {
        endpoint.drain(true);
        var sockets = new ArrayList<>(endpoint.connections());
        if (sockets.isEmpty()) {
            return;
        }
        log.atInfo().addKeyValue("sockets", sockets.size()).log("Draining");
        Collections.shuffle(sockets);
        var spread = endpoint.properties().drainSpread();
        var pause = Duration.ofSeconds(1).dividedBy(GENTLE_PER_SECOND);
        var longest = spread.dividedBy(sockets.size());
        for (var socket : sockets) {
            Thread.sleep(pause.compareTo(longest) < 0 ? pause : longest);
            var comeBackAfter = ThreadLocalRandom.current().nextInt(LONGEST_JITTER_MILLIS);
            socket.close(CloseCode.GOING_AWAY.number(), "{\"retryAfterMs\":" + comeBackAfter + "}");
        }
        var deadline = endpoint.nanoTime() + GOODBYE.toNanos();
        while (!endpoint.connections().isEmpty() && endpoint.nanoTime() < deadline) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }
}
