package com.realtimeconnect.common.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.common.outbox.FirstTries.Fact;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where facts are written, in the transaction of the change that made them. Thread-safe. */
public class Outbox {

    /** What the first try of a fact has that is tried at once, before it is delivered as any other. */
    private static final Duration HEAD_START = Duration.ofSeconds(2);

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
    record Delivery(SchedulerClient client, Scheduler scheduler, Map<String, FactRoute<?>> routes) {

        FactRoute<?> route(String handlerName) {
            var route = routes.get(handlerName);
            if (route == null) {
                throw new IllegalArgumentException("Nobody delivers " + handlerName);
            }
            return route;
        }
    }

    /** One kind of facts: their type, the task that has them delivered, and how they are tried before that. */
    record FactRoute<T>(Class<T> payloadType, OneTimeTask<OutboxEntry> task, FirstTries<T> firstTries) {}

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
        writeAndTryAlone(to, to.route(handlerName), fact);
    }

    private <T> void writeAndTryAlone(Delivery to, FactRoute<T> route, Object fact) {
        writeAndTry(to, route, fact, route.firstTries()::startAlone, () -> {});
    }

    /**
     * The same for a fact of which there are many: tried once right after the commit, together with others of its kind that
     * come at the same moment, it costs a fraction, for nobody has to find it and take it in hand. While too many of its
     * kind are being tried it waits its turn with all others. A receiver who takes longer than two seconds may hear of it
     * twice.
     */
    public void publishAtOnce(String handlerName, Object fact) {
        var to = delivery.get();
        var route = to.route(handlerName);
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && route.firstTries().reserve()) {
            writeAndTryTogether(to, route, fact);
        } else {
            publish(handlerName, fact);
        }
    }

    private <T> void writeAndTryTogether(Delivery to, FactRoute<T> route, Object fact) {
        writeAndTry(to, route, fact, route.firstTries()::start, route.firstTries()::giveUp);
    }

    /** @param giveUp instead of the try, if nothing is committed */
    private <T> void writeAndTry(
            Delivery to, FactRoute<T> route, Object payload, Consumer<Fact<T>> firstTry, Runnable giveUp) {
        requireTransaction();
        var entry = entry(route, payload);
        var fact = new Fact<>(route.payloadType().cast(payload), entry.getId(), CorrelationId.current());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    firstTry.accept(fact);
                } else {
                    giveUp.run();
                }
            }
        });
        write(to, entry, HEAD_START);
    }

    private TaskInstance<OutboxEntry> entry(FactRoute<?> route, Object fact) {
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
}
