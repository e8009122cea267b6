package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.lua.LuaScript;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/matching/exclude_user.lua}. */
@Component
class ExcludeUserScript {

    private final LuaScript script = LuaScript.load("matching/slot", "matching/exclude_user");
    private final StringRedisTemplate redis;
    private final TicketJson json;

    ExcludeUserScript(StringRedisTemplate redis, TicketJson json) {
        this.redis = redis;
        this.json = json;
    }

    /** @return the ticket as it is now, or null if it does not wait */
    @Nullable
    WaitingTicket run(QueueSlot slot, UUID ticketId, UserId other) {
        var result = script.run(redis, slot.keys(), ticketId.toString(), other.toString());
        return result.getFirst().equals("CHANGED") ? json.read(result.get(1)) : null;
    }
}
