package com.realtimeconnect.interaction.deadline;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.interaction.interaction.InteractionMoved;
import com.realtimeconnect.interaction.interaction.ListenerOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A timer for the next deadline of each interaction that this node moved last. It may be lost: the reaper sees to it. */
@Component
class Deadlines implements DisposableBean {

    private final Expiry expiry;
    private final Clock clock;
    private final Map<InteractionId, Future<?>> timers = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor scheduler;

    Deadlines(Expiry expiry, Clock clock) {
        this.expiry = expiry;
        this.clock = clock;
        this.scheduler = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("deadlines").factory());
        this.scheduler.setRemoveOnCancelPolicy(true);
    }

    @Order(ListenerOrder.TIMERS)
    @EventListener
    void keep(InteractionMoved moved) {
        var id = moved.view().id();
        var deadline = moved.view().times().nextDeadline();
        var before = deadline == null ? timers.remove(id) : timers.put(id, schedule(id, deadline));
        if (before != null) {
            before.cancel(false);
        }
    }

    private Future<?> schedule(InteractionId id, Instant deadline) {
        // One millisecond more than is left, for a timer that is early finds nothing to do.
        var delay = Math.max(0, Duration.between(clock.instant(), deadline).toMillis() + 1);
        return scheduler.schedule(() -> fire(id), delay, TimeUnit.MILLISECONDS);
    }

    /** If another node moved it meanwhile there is nothing to do, and that node has the timer. */
    private void fire(InteractionId id) {
        timers.remove(id);
        Thread.ofVirtual().name("deadline").start(() -> expiry.expire(id));
    }

    @Override
    public void destroy() {
        scheduler.shutdownNow();
    }
}
