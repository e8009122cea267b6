package com.realtimeconnect.history.retention;

import com.realtimeconnect.history.connection.Connections;
import com.realtimeconnect.history.interaction.InteractionLog;
import com.realtimeconnect.history.interaction.InteractionReports;
import java.time.Clock;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Forgets what is old enough. Whole months go by dropping their partition, the rest in batches, each a transaction of
 * its own; so a run may end anywhere and the next one goes on.
 */
@Component
class RetentionJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final InteractionLog log;
    private final InteractionReports reports;
    private final Connections connections;
    private final RetentionProperties properties;
    private final Clock clock;

    RetentionJob(
            InteractionLog log,
            InteractionReports reports,
            Connections connections,
            RetentionProperties properties,
            Clock clock) {
        this.log = log;
        this.reports = reports;
        this.connections = connections;
        this.properties = properties;
        this.clock = clock;
    }

    void run() {
        var now = clock.instant();
        var deleteBefore = now.minus(properties.deleteAfter());
        var anonymizeBefore = now.minus(properties.anonymizeAfter());
        var dropped = log.dropMonths(deleteBefore);
        var deleted = inBatches(limit -> log.delete(deleteBefore, limit) + reports.delete(deleteBefore, limit));
        var anonymized = inBatches(limit -> log.anonymize(anonymizeBefore, limit));
        var forgotten = inBatches(limit -> connections.forget(deleteBefore, limit));
        LOG.atInfo()
                .addKeyValue("monthsDropped", dropped)
                .addKeyValue("entriesDeleted", deleted)
                .addKeyValue("entriesAnonymized", anonymized)
                .addKeyValue("connectionsForgotten", forgotten)
                .log("Retention ran");
    }

    /** Repeats the step until it finds nothing more, or the service stops. */
    private long inBatches(IntUnaryOperator step) {
        long total = 0;
        int done;
        do {
            done = step.applyAsInt(properties.batchSize());
            total += done;
        } while (done > 0 && !Thread.currentThread().isInterrupted());
        return total;
    }
}
