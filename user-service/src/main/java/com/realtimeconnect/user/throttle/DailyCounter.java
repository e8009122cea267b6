package com.realtimeconnect.user.throttle;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.lua.LuaFile;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Counts what a person does in a day, for all nodes together; a day begins with the first time. What it means that Redis does
 * not answer ({@link org.springframework.dao.DataAccessException}) is the caller's to say.
 */
@Component
public class DailyCounter {

    private static final Duration DAY = Duration.ofDays(1);
    private static final RedisScript<Long> COUNT = LuaFile.script("throttle/count_in_day", Long.class);

    private final StringRedisTemplate redis;

    DailyCounter(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Counts once more, unless the cap is reached. @return zero if it was counted, else how long to wait */
    public Duration count(String what, UserId person, int cap) {
        var wait =
                redis.execute(COUNT, List.of(key(what, person)), Integer.toString(cap), Long.toString(DAY.toMillis()));
        return wait == null ? Duration.ZERO : Duration.ofMillis(wait);
    }

    /** It did not happen after all. */
    public void forgive(String what, UserId person) {
        redis.opsForValue().decrement(key(what, person));
    }

    /** Forgets that this person ever did it. @return how many keys there were */
    public int forget(String what, UserId person) {
        return Boolean.TRUE.equals(redis.delete(key(what, person))) ? 1 : 0;
    }

    private static String key(String what, UserId person) {
        return "daily:" + what + ":" + person;
    }
}
