package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.queuing.lua.LuaScript;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/presence/untrack_presence.lua}. */
@Component
class UntrackPresenceScript {

    private final LuaScript script = LuaScript.load("presence/untrack_presence");
    private final StringRedisTemplate redis;

    UntrackPresenceScript(StringRedisTemplate redis) {
        this.redis = redis;
    }

    Remainder run(UserSlot slot, String node, Duration hidden) {
        var result = script.run(
                redis,
                List.of(slot.presence(), slot.lingering(), slot.claim()),
                node,
                Long.toString(hidden.toMillis()));
        return new Remainder(result.subList(2, result.size()), ClaimedTicket.of(result.get(0), result.get(1)));
    }

    /** @param others nodes that still hold a socket */
    record Remainder(List<String> others, @Nullable ClaimedTicket claim) {}
}
