package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.lua.LuaScript;
import com.realtimeconnect.queuing.presence.UserSlot;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/queue/release_user.lua}. */
@Component
class ReleaseUserScript {

    private final LuaScript script = LuaScript.load("queue/release_user");
    private final StringRedisTemplate redis;

    ReleaseUserScript(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** @return the nodes that hold sockets of this person, or null if it was not this call that ended the claim */
    @Nullable
    List<String> run(UserSlot slot, UUID ticketId, String reason, @Nullable UserId peer, Duration keepsPlace) {
        var result = script.run(
                redis,
                List.of(slot.claim(), slot.lastPlace(), slot.presence()),
                ticketId.toString(),
                reason,
                peer == null ? "" : peer.toString(),
                Long.toString(keepsPlace.toMillis()));
        return result.getFirst().equals("RELEASED") ? result.subList(1, result.size()) : null;
    }
}
