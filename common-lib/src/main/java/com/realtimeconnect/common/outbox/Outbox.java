package com.realtimeconnect.common.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.observability.CorrelationId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where facts are written, in the transaction of the change that made them. Thread-safe. */
public class Outbox {

    /** What the first try of a fact has that is tried at once, before it is delivered as any other. */
    private static final Duration HEAD_START = Duration.ofSeconds(2);

    /** Of the facts that are many: so many of one kind may be tried at the same time. */
    private static final int FIRST_TRIES = 16;

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final Supplier<Delivery> delivery;
    private final JsonMapper json;
    private final Clock clock;

    /** @param delivery asked for at the first fact, since those who deliver facts may well publish some themselves */
    Outbox(Supplier<Delivery> delivery, JsonMapper json, Clock clock) {
        this.delivery = delivery;
        this.json = json;
        this.clock = clock;
    }

    /** Who takes facts over: the table's client, the scheduler that looks into it, and the routes by the handler's name. */
    record Delivery(SchedulerClient client, Scheduler scheduler, Map<String, FactRoute> routes) {

        FactRoute route(String handlerName) {
            var route = routes.get(handlerName);
            if (route == null) {
                throw new IllegalArgumentException("Nobody delivers " + handlerName);
            }
            return route;
        }
    }

    /** One kind of facts: who delivers it, the task that has it delivered, and leave to try it before that. */
    record FactRoute(FactHandler<?> handler, OneTimeTask<OutboxEntry> task, Semaphore firstTries) {

        FactRoute(FactHandler<?> handler, OneTimeTask<OutboxEntry> task) {
            this(handler, task, new Semaphore(FIRST_TRIES));
        }
    }

    /**
     * Writes a fact in the caller's transaction. It is delivered after the commit, usually within a fraction of a second.
     *
     * @param handlerName the {@link FactHandler#name()} of who delivers it
     * @throws IllegalArgumentException if there is no such handler
     * @throws IllegalStateException if there is no transaction
     */
    public void publish(String handlerName, Object fact) {
        var to = delivery.get();
        write(to, entry(to.route(handlerName), fact), Duration.ZERO);
        afterCommit(to.scheduler()::triggerCheckForDueExecutions);
    }

    /**
     * The same for a fact that cannot wait behind others, whose receivers may all hang: it is tried once as soon as the
     * transaction is committed, on a thread of its own. If that fails, or this process dies, it is delivered as any other.
     */
    public void publishUrgently(String handlerName, Object fact) {
        var to = delivery.get();
        writeAndTry(to, to.route(handlerName), fact, () -> {});
    }

    /**
     * The same for a fact of which there are many: tried once right after the commit it costs half, for nobody has to find it
     * and take it in hand. While many of its kind are being tried it waits its turn with all others. A receiver who takes
     * longer than two seconds may hear of it twice.
     */
    public void publishAtOnce(String handlerName, Object fact) {
        var to = delivery.get();
        var route = to.route(handlerName);
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && route.firstTries().tryAcquire()) {
            writeAndTry(to, route, fact, route.firstTries()::release);
        } else {
            publish(handlerName, fact);
        }
    }

    /** @param done runs once, when nothing is tried any more, or nothing was */
    private void writeAndTry(Delivery to, FactRoute route, Object fact, Runnable done) {
        requireTransaction();
        var entry = entry(route, fact);
        var correlationId = CorrelationId.current();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            private boolean started;

            @Override
            public void afterCommit() {
                Thread.ofVirtual().name(route.handler().name()).start(() -> {
                    try (var ignored = CorrelationId.open(correlationId)) {
                        tryOnce(to, route.handler(), fact, entry);
                    } finally {
                        done.run();
                    }
                });
                started = true;
            }

            @Override
            public void afterCompletion(int status) {
                if (!started) {
                    done.run();
                }
            }
        });
        write(to, entry, HEAD_START);
    }

    private TaskInstance<OutboxEntry> entry(FactRoute route, Object fact) {
        return route.task()
                .instance(
                        Uuids.next().toString(),
                        new OutboxEntry(CorrelationId.current(), json.writeValueAsString(fact)));
    }

    private void write(Delivery to, TaskInstance<OutboxEntry> entry, Duration headStart) {
        requireTransaction();
        // Its name is new, so that there is no need to look for another one first.
        to.client()
                .scheduleBatch(List.<TaskInstance<?>>of(entry), clock.instant().plus(headStart));
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("A fact is written in the transaction that makes it true");
        }
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** Whatever goes wrong here is tried again, and then told of by the scheduler. */
    private static void tryOnce(Delivery to, FactHandler<?> handler, Object fact, TaskInstance<OutboxEntry> entry) {
        try {
            deliver(handler, fact);
        } catch (RuntimeException notNow) {
            log.atWarn()
                    .addKeyValue("delivery", handler.name())
                    .addKeyValue("error", notNow.getMessage())
                    .log("A fact could not be delivered at once and is delivered later");
            return;
        }
        try {
            to.client().cancel(entry);
        } catch (TaskInstanceException overtaken) {
            log.atDebug()
                    .addKeyValue("delivery", handler.name())
                    .log("It took longer than its head start, and comes twice");
        } catch (RuntimeException notNow) {
            log.atWarn()
                    .addKeyValue("delivery", handler.name())
                    .addKeyValue("error", notNow.getMessage())
                    .log("A delivered fact cannot be crossed out, and comes twice");
        }
    }

    private static <T> void deliver(FactHandler<T> handler, Object fact) {
        handler.deliver(handler.payloadType().cast(fact));
    }
}
