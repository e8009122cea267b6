package com.realtimeconnect.common.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.observability.CorrelationId;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where facts are written, in the transaction of the change that made them. Thread-safe. */
public class Outbox {

    private final SchedulerClient client;
    private final Scheduler scheduler;
    private final Map<String, OneTimeTask<OutboxEntry>> tasks;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(
            SchedulerClient client,
            Scheduler scheduler,
            Map<String, OneTimeTask<OutboxEntry>> tasks,
            JsonMapper json,
            Clock clock) {
        this.client = client;
        this.scheduler = scheduler;
        this.tasks = Map.copyOf(tasks);
        this.json = json;
        this.clock = clock;
    }

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
        var task = tasks.get(handlerName);
        if (task == null) {
            throw new IllegalArgumentException("Nobody delivers " + handlerName);
        }
        var entry = new OutboxEntry(CorrelationId.current(), json.writeValueAsString(fact));
        client.scheduleIfNotExists(task.instance(Uuids.next().toString(), entry), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
