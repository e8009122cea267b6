package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.queuing.lua.LuaScript;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/matching/rematch_window.lua}. */
@Component
class RematchWindowScript {

    private static final int MOST_MATCHES = 16;

    private final LuaScript script = LuaScript.load("matching/slot", "matching/rematch_window");
    private final StringRedisTemplate redis;
    private final TicketJson json;
    private final Clock clock;

    RematchWindowScript(StringRedisTemplate redis, TicketJson json, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.clock = clock;
    }

    Window run(QueueSlot slot) {
        var matchedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var ids = Stream.generate(Uuids::next).limit(MOST_MATCHES).toList();
        var arguments = new ArrayList<String>();
        arguments.add(matchedAt.toString());
        ids.forEach(id -> arguments.add(id.toString()));
        var result = script.run(redis, slot.keys(), arguments.toArray());
        var pairings = new ArrayList<Pairing>();
        for (int index = 1; index < result.size(); index += 3) {
            UUID id = ids.get(pairings.size());
            pairings.add(
                    new Pairing(id, matchedAt, json.read(result.get(index + 1)), json.read(result.get(index + 2))));
        }
        return new Window(result.getFirst().equals("ROUND"), pairings);
    }

    /** @param round whether the search has come round */
    record Window(boolean round, List<Pairing> pairings) {}
}
