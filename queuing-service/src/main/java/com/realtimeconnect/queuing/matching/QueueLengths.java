package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.intent.Intents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lengths of all queues, at most {@link #FRESH} old: any number of readers cost Redis one look in that time. */
@Component
public class QueueLengths {

    static final Duration FRESH = Duration.ofMillis(1500);

    private final ReadQueueScript readQueue;
    private final Intents intents;
    private final Clock clock;
    private @Nullable Snapshot latest;

    QueueLengths(ReadQueueScript readQueue, Intents intents, Clock clock) {
        this.readQueue = readQueue;
        this.intents = intents;
        this.clock = clock;
    }

    /** One for each intent on offer, in their order. */
    public synchronized List<QueueLength> read() {
        var now = clock.instant();
        var known = latest;
        if (known != null && now.isBefore(known.readAt().plus(FRESH))) {
            return known.lengths();
        }
        var lengths = intents.all().stream().map(readQueue::run).toList();
        latest = new Snapshot(now, lengths);
        return lengths;
    }

    /** The lengths of one queue, if its intent is on offer. */
    Optional<QueueLength> of(String intent) {
        return read().stream()
                .filter(length -> length.intent().name().equals(intent))
                .findFirst();
    }

    private record Snapshot(Instant readAt, List<QueueLength> lengths) {}
}
