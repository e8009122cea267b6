package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.interaction.negotiation.Negotiations;
import com.realtimeconnect.interaction.negotiation.Negotiations.CandidateVerdict;
import com.realtimeconnect.interaction.negotiation.Negotiations.Exchange;
import com.realtimeconnect.interaction.negotiation.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What becomes of a candidate. The first of a negotiation are kept in Redis, which decides then; a browser makes fewer
 * than are kept. Once as many are kept as ever will be, the last verdict holds for some seconds without asking: what comes too
 * late for a newer offer is then relayed instead of dropped, and its {@code negotiationId} tells.
 */
@Component
class CandidateLanes {

    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int SWEEP_ABOVE = 10_000;

    private final Negotiations negotiations;
    private final Map<Sender, Lane> lanes = new ConcurrentHashMap<>();

    CandidateLanes(Negotiations negotiations) {
        this.negotiations = negotiations;
    }

    Verdict.Kind judge(Exchange exchange, long number, Supplier<String> candidate) {
        var sender = new Sender(exchange.interaction(), exchange.sender());
        var lane = lanes.get(sender);
        if (lane != null && lane.number() == number && lane.isTrusted()) {
            return lane.verdict().kind();
        }
        var verdict = negotiations.candidate(exchange, number, candidate.get());
        if (verdict.kept() >= Negotiations.MOST_CANDIDATES && verdict.kind() == Verdict.Kind.RELAY) {
            if (lanes.size() > SWEEP_ABOVE) {
                lanes.values().removeIf(old -> !old.isTrusted());
            }
            lanes.put(sender, new Lane(number, verdict, System.nanoTime()));
        }
        return verdict.kind();
    }

    private record Sender(InteractionId interaction, UserId user) {}

    private record Lane(long number, CandidateVerdict verdict, long judgedAt) {

        boolean isTrusted() {
            return System.nanoTime() - judgedAt < TRUSTED_NANOS;
        }
    }
}
