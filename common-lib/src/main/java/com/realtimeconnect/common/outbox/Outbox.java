package com.realtimeconnect.common.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.observability.CorrelationId;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where facts are written, in the transaction of the change that made them. Thread-safe. */
public class Outbox {

    private final Supplier<Delivery> delivery;
    private final JsonMapper json;
    private final Clock clock;

    /** @param delivery asked for at the first fact, since those who deliver facts may well publish some themselves */
    Outbox(Supplier<Delivery> delivery, JsonMapper json, Clock clock) {
        this.delivery = delivery;
        this.json = json;
        this.clock = clock;
    }

    /** Who takes facts over: the table's client, the scheduler that looks into it, and the tasks by the handler's name. */
    record Delivery(SchedulerClient client, Scheduler scheduler, Map<String, OneTimeTask<OutboxEntry>> tasks) {}

    /**
     * Writes a fact in the caller's transaction. It is delivered after the commit, usually within a fraction of a second.
     *
     * @param handlerName the {@link FactHandler#name()} of who delivers it
     * @throws IllegalArgumentException if there is no such handler
     * @throws IllegalStateException if there is no transaction
     */
    public void publish(String handlerName, Object fact) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("A fact is written in the transaction that makes it true");
        }
        var to = delivery.get();
        var task = to.tasks().get(handlerName);
        if (task == null) {
            throw new IllegalArgumentException("Nobody delivers " + handlerName);
        }
        var entry = new OutboxEntry(CorrelationId.current(), json.writeValueAsString(fact));
        to.client().scheduleIfNotExists(task.instance(Uuids.next().toString(), entry), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                to.scheduler().triggerCheckForDueExecutions();
            }
        });
    }
}
