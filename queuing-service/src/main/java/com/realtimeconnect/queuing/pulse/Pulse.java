package com.realtimeconnect.queuing.pulse;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does a piece of work again and again, with a pause between, on a thread of its own: no slow work delays another, such as
 * the renewal of leases. A failure is logged and the next turn tried. It goes on while sockets drain, and ends before Redis.
 */
public final class Pulse implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final int AFTER_SOCKETS_BEFORE_REDIS = 1_000;

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private volatile @Nullable Thread thread;

    public Pulse(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    @Override
    public void start() {
        var runner = Thread.ofVirtual().name(name).unstarted(this::run);
        thread = runner;
        runner.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return AFTER_SOCKETS_BEFORE_REDIS;
    }

    private void run() {
        while (isRunning()) {
            try {
                Thread.sleep(pause);
                work.run();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                if (isRunning()) {
                    log.atWarn().addKeyValue("work", name).setCause(failed).log("A turn failed; it is tried again");
                }
            }
        }
    }
}
