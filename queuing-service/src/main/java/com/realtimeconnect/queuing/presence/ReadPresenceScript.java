package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.queuing.lua.LuaScript;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/presence/read_presence.lua}. */
@Component
class ReadPresenceScript {

    private final LuaScript script = LuaScript.load("presence/read_presence");
    private final StringRedisTemplate redis;

    ReadPresenceScript(StringRedisTemplate redis) {
        this.redis = redis;
    }

    Reading run(UserSlot slot) {
        var result =
                script.run(redis, List.of(slot.presence(), slot.lingering(), slot.claim(), slot.liveInteraction()));
        return new Reading(PresenceStatus.of(result.get(0)), result.get(1).equals("1"));
    }

    /** @param connected whether a socket is open, which a hidden drop does not count as */
    record Reading(PresenceStatus status, boolean connected) {}
}
