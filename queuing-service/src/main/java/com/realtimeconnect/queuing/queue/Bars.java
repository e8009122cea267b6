package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.lua.LuaScript;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Who was held back or suspended a moment ago. user-service knows who is; this is for a join that asked there before, and
 * looks here after it has entered.
 */
@Component
class Bars {

    /** Longer than any join takes. */
    private static final Duration BARRED = Duration.ofMinutes(1);

    /** How late an older fact may come and still be known as older. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final LuaScript script = LuaScript.load("queue/note_standing");
    private final StringRedisTemplate redis;

    Bars(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** @return whether the person must leave the queue; false also if something newer says otherwise */
    boolean note(StandingChanged change) {
        var result = script.run(
                redis,
                List.of(key(change.userId())),
                Long.toString(change.version()),
                change.standing() == Standing.GOOD ? "0" : "1",
                Long.toString(BARRED.toMillis()),
                Long.toString(REMEMBERED.toMillis()));
        return result.getFirst().equals("1");
    }

    boolean contains(UserId user) {
        return "1".equals(redis.<String, String>opsForHash().get(key(user), "barred"));
    }

    private static String key(UserId user) {
        return "queuing:standing:{" + user + "}";
    }
}
