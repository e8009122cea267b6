package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.queuing.lua.LuaScript;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/matching/join_queue.lua}. */
@Component
class JoinQueueScript {

    private final LuaScript script = LuaScript.load("matching/slot", "matching/join_queue");
    private final StringRedisTemplate redis;
    private final TicketJson json;
    private final MatchingProperties properties;
    private final Clock clock;

    JoinQueueScript(StringRedisTemplate redis, TicketJson json, MatchingProperties properties, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
    }

    Entry run(QueueSlot slot, UUID id, @Nullable WaitingTicket ticket, boolean connected, Instant enterBefore) {
        var matchId = Uuids.next();
        var matchedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var result = script.run(
                redis,
                slot.keys(),
                id.toString(),
                ticket == null ? "" : json.write(ticket),
                connected ? "1" : "0",
                Long.toString(properties.lease().toMillis()),
                Long.toString(properties.grace().toMillis()),
                Long.toString(enterBefore.toEpochMilli()),
                matchId.toString(),
                matchedAt.toString(),
                CorrelationId.current());
        return entry(result, matchId, matchedAt);
    }

    private Entry entry(List<String> result, UUID matchId, Instant matchedAt) {
        return switch (result.getFirst()) {
            case "MATCHED" ->
                new Entry.Matched(new Pairing(matchId, matchedAt, json.read(result.get(2)), json.read(result.get(3))));
            case "WAITING" -> new Entry.Waiting(json.read(result.get(1)), Long.parseLong(result.get(2)));
            case "AWAY" -> new Entry.Away(json.read(result.get(1)));
            case "ENDED" -> new Entry.Ended(TicketEnd.parse(result.get(1)));
            case "MISSING" -> new Entry.Missing();
            case "LATE" -> new Entry.Late();
            default -> throw new IllegalStateException("join_queue.lua returned " + result.getFirst());
        };
    }
}
