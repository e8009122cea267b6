package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.lua.LuaScript;
import com.realtimeconnect.queuing.presence.UserSlot;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/queue/count_join.lua}. */
@Component
class CountJoinScript {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LuaScript script = LuaScript.load("queue/count_join");
    private final StringRedisTemplate redis;

    CountJoinScript(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** @return how long to wait, zero if the join is within the cap */
    Duration run(UserId user, int cap) {
        var result = script.run(
                redis, List.of(new UserSlot(user).joins()), Integer.toString(cap), Long.toString(MINUTE.toMillis()));
        return Duration.ofMillis(Long.parseLong(result.getFirst()));
    }
}
