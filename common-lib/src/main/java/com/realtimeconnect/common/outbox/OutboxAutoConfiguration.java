package com.realtimeconnect.common.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.realtimeconnect.common.observability.CorrelationId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Sets up the outbox and the fleet's jobs for services that have a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration"
        })
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

    private static final int THREADS = 8;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;

    @Bean
    OutboxTasks outboxTasks(
            ObjectProvider<FactHandler<?>> handlers,
            ObjectProvider<FleetJob> jobs,
            JdbcClient jdbc,
            JsonMapper json,
            OutboxProperties properties) {
        var written = new WrittenFacts(jdbc);
        return new OutboxTasks(
                handlers.orderedStream()
                        .collect(Collectors.toMap(
                                FactHandler::name, handler -> route(handler, written, json, properties))),
                jobs.orderedStream().map(OutboxAutoConfiguration::recurring).toList());
    }

    private static <T> Outbox.FactRoute<T> route(
            FactHandler<T> handler, WrittenFacts written, JsonMapper json, OutboxProperties properties) {
        return new Outbox.FactRoute<>(
                handler.payloadType(), deliverer(handler, json, properties), new FirstTries<>(handler, written));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    Scheduler factScheduler(DataSource dataSource, OutboxTasks tasks, JsonMapper json) {
        return Scheduler.create(dataSource, tasks.deliveries())
                .startTasks(tasks.jobs())
                .serializer(new OutboxSerializer(json))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(THREADS)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .failureLogging(LogLevel.WARN, false)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    @Bean
    Outbox outbox(
            DataSource dataSource,
            ObjectProvider<Scheduler> scheduler,
            ObjectProvider<OutboxTasks> tasks,
            JsonMapper json,
            Clock clock) {
        var delivery = SingletonSupplier.of(() -> delivery(dataSource, scheduler.getObject(), tasks.getObject(), json));
        return new Outbox(delivery::obtain, json, clock);
    }

    private static Outbox.Delivery delivery(
            DataSource dataSource, Scheduler scheduler, OutboxTasks tasks, JsonMapper json) {
        var client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), tasks.deliveries())
                .serializer(new OutboxSerializer(json))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .build();
        return new Outbox.Delivery(client, scheduler, tasks.facts());
    }

    @Bean
    OutboxAge outboxAge(JdbcClient jdbc, OutboxTasks tasks) {
        return new OutboxAge(jdbc, tasks.facts().keySet());
    }

    @Bean
    PendingFacts pendingFacts(JdbcClient jdbc, JsonMapper json) {
        return new PendingFacts(jdbc, json);
    }

    /** Starts deliveries when everything else is there, and ends them first. */
    @Bean
    SmartLifecycle outboxLifecycle(Scheduler scheduler) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                scheduler.start();
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                scheduler.stop();
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }

    private static <T> OneTimeTask<OutboxEntry> deliverer(
            FactHandler<T> handler, JsonMapper json, OutboxProperties properties) {
        return Tasks.oneTime(handler.name(), OutboxEntry.class)
                .onFailure((failed, operations) -> tryAgainLater(failed, operations, properties))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var entry = instance.getData();
                    try (var ignored = CorrelationId.open(entry.correlationId())) {
                        handler.deliver(json.readValue(entry.payload(), handler.payloadType()));
                    }
                });
    }

    /** Without end: a fact is never given up. */
    private static void tryAgainLater(
            ExecutionComplete failed, ExecutionOperations<OutboxEntry> operations, OutboxProperties properties) {
        var pause = properties.pauseAfter(failed.getExecution().consecutiveFailures);
        operations.reschedule(failed, failed.getTimeDone().plus(pause));
    }

    private static RecurringTask<Void> recurring(FleetJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> {
            try (var ignored = CorrelationId.open(CorrelationId.accept(null))) {
                job.work().run();
            }
        });
    }

    /** What this service has done for it: facts brought to somebody, by the deliverer's name, and the jobs. */
    record OutboxTasks(Map<String, Outbox.FactRoute<?>> facts, List<RecurringTask<Void>> jobs) {

        List<Task<?>> deliveries() {
            return facts.values().stream().<Task<?>>map(fact -> fact.task()).toList();
        }
    }
}
