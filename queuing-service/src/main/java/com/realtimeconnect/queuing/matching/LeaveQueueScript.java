package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.lua.LuaScript;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/matching/leave_queue.lua}. */
@Component
class LeaveQueueScript {

    private final LuaScript script = LuaScript.load("matching/slot", "matching/leave_queue");
    private final StringRedisTemplate redis;

    LeaveQueueScript(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** @return how the ticket ended: for this reason, unless it had ended before */
    TicketEnd run(QueueSlot slot, UUID ticketId, LeaveReason reason) {
        var result = script.run(redis, slot.keys(), ticketId.toString(), reason.wireName());
        return result.getFirst().equals("ENDED") ? TicketEnd.parse(result.get(1)) : new TicketEnd(reason, null);
    }
}
