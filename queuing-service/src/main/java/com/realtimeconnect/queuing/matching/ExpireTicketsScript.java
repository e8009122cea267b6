package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.lua.LuaScript;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/matching/expire_tickets.lua}. */
@Component
class ExpireTicketsScript {

    static final int LIMIT = 200;

    private final LuaScript script = LuaScript.load("matching/slot", "matching/expire_tickets");
    private final StringRedisTemplate redis;
    private final TicketJson json;
    private final MatchingProperties properties;

    ExpireTicketsScript(StringRedisTemplate redis, TicketJson json, MatchingProperties properties) {
        this.redis = redis;
        this.json = json;
        this.properties = properties;
    }

    List<Departure> run(QueueSlot slot) {
        var result = script.run(
                redis,
                slot.keys(),
                Long.toString(properties.grace().toMillis()),
                Long.toString(properties.longestWait().toMillis()),
                Integer.toString(LIMIT));
        var departures = new ArrayList<Departure>();
        for (int index = 0; index < result.size(); index += 2) {
            departures.add(new Departure(json.read(result.get(index)), LeaveReason.of(result.get(index + 1))));
        }
        return departures;
    }
}
