package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.queuing.lua.LuaScript;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/presence/track_presence.lua}. */
@Component
class TrackPresenceScript {

    private final LuaScript script = LuaScript.load("presence/track_presence");
    private final StringRedisTemplate redis;
    private final PresenceProperties properties;

    TrackPresenceScript(StringRedisTemplate redis, PresenceProperties properties) {
        this.redis = redis;
        this.properties = properties;
    }

    @Nullable
    ClaimedTicket run(UserSlot slot, String node) {
        var result = script.run(
                redis,
                List.of(slot.presence(), slot.lingering(), slot.claim()),
                node,
                Long.toString(properties.lease().toMillis()));
        return ClaimedTicket.of(result.get(0), result.get(1));
    }
}
