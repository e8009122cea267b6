package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.intent.Intents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What operators watch: lengths, the oldest wait, matches, and how long they took. */
@Component
public class MatchMetrics {

    private final MeterRegistry registry;

    MatchMetrics(MeterRegistry registry, QueueLengths lengths, Intents intents) {
        this.registry = registry;
        for (var intent : intents.all()) {
            gauge("connect.queue.length", intent.name(), Side.WOMEN, lengths, QueueLength::women);
            gauge("connect.queue.length", intent.name(), Side.MEN, lengths, QueueLength::men);
            gauge(
                    "connect.queue.oldest.wait.seconds",
                    intent.name(),
                    Side.WOMEN,
                    lengths,
                    length -> length.longestWaitOfWomen().toSeconds());
            gauge(
                    "connect.queue.oldest.wait.seconds",
                    intent.name(),
                    Side.MEN,
                    lengths,
                    length -> length.longestWaitOfMen().toSeconds());
        }
    }

    public void matched(Pairing pairing) {
        Counter.builder("connect.queue.matches")
                .description("Pairs made by this node")
                .tag("intent", pairing.one().intent())
                .register(registry)
                .increment();
        time(pairing, pairing.one());
        time(pairing, pairing.other());
    }

    private void time(Pairing pairing, WaitingTicket ticket) {
        var waited = Duration.between(ticket.joinedAt(), pairing.matchedAt());
        Timer.builder("connect.queue.join.to.match")
                .description("Time from joining to the match")
                .tags("intent", ticket.intent(), "side", name(ticket.side()))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(30))
                .register(registry)
                .record(waited.isNegative() ? Duration.ZERO : waited);
    }

    private void gauge(
            String name, String intent, Side side, QueueLengths lengths, ToDoubleFunction<QueueLength> value) {
        Gauge.builder(
                        name,
                        lengths,
                        all -> all.of(intent).map(value::applyAsDouble).orElse(Double.NaN))
                .tags("intent", intent, "side", name(side))
                .strongReference(true)
                .register(registry);
    }

    private static String name(Side side) {
        return side == Side.WOMEN ? "women" : "men";
    }
}
