package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.lua.LuaScript;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/matching/suspend_ticket.lua}. */
@Component
class SuspendTicketScript {

    private final LuaScript script = LuaScript.load("matching/slot", "matching/suspend_ticket");
    private final StringRedisTemplate redis;
    private final MatchingProperties properties;

    SuspendTicketScript(StringRedisTemplate redis, MatchingProperties properties) {
        this.redis = redis;
        this.properties = properties;
    }

    void run(QueueSlot slot, UUID ticketId) {
        script.run(
                redis,
                slot.keys(),
                ticketId.toString(),
                Long.toString(properties.grace().toMillis()));
    }
}
