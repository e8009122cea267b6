package com.realtimeconnect.user.throttle;

import com.realtimeconnect.common.lua.LuaFile;
import com.realtimeconnect.common.problem.Problems;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** The counts behind {@link LoginThrottle} in Redis, each step one script on one key. Without Redis nobody may guess. */
@Component
class AttemptCounter {

    private static final RedisScript<Long> BEGIN = LuaFile.script("throttle/begin_attempt", Long.class);
    private static final RedisScript<Long> FORGIVE = LuaFile.script("throttle/forgive_attempt", Long.class);

    private final StringRedisTemplate redis;
    private final ThrottleProperties properties;
    private final Clock clock;

    AttemptCounter(StringRedisTemplate redis, ThrottleProperties properties, Clock clock) {
        this.redis = redis;
        this.properties = properties;
        this.clock = clock;
    }

    /** Counts a try. @return how long to wait first, if it is refused; else zero */
    Duration begin(String key, int free) {
        return Duration.ofMillis(run(
                BEGIN,
                key,
                clock.millis(),
                free,
                properties.firstWait().toMillis(),
                properties.longestWait().toMillis(),
                properties.memory().toMillis()));
    }

    void forgive(String key, int free) {
        run(FORGIVE, key, free);
    }

    void reset(String key) {
        try {
            redis.delete(key);
        } catch (DataAccessException down) {
            throw unavailable(down);
        }
    }

    private long run(RedisScript<Long> script, String key, Object... arguments) {
        var texts = List.of(arguments).stream().map(Object::toString).toArray();
        try {
            var answer = redis.execute(script, List.of(key), texts);
            return answer == null ? 0 : answer;
        } catch (DataAccessException down) {
            throw unavailable(down);
        }
    }

    private static RuntimeException unavailable(DataAccessException cause) {
        return Problems.unavailable("Logging in is not possible just now", cause);
    }
}
