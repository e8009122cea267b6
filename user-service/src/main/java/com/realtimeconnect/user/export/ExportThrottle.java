package com.realtimeconnect.user.export;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Caps how many exports a person has in a day, for all nodes together. */
@Component
public class ExportThrottle {

    private static final Duration DAY = Duration.ofDays(1);
    private static final RedisScript<Long> COUNT =
            RedisScript.of(new ClassPathResource("lua/export/count_export.lua"), Long.class);

    private final StringRedisTemplate redis;
    private final ExportProperties properties;

    ExportThrottle(StringRedisTemplate redis, ExportProperties properties) {
        this.redis = redis;
        this.properties = properties;
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException too-many-requests above the cap */
    void count(UserId person) {
        if (properties.perDay() == 0) {
            return;
        }
        var wait = run(person);
        if (wait > 0) {
            throw Problems.tooManyRequests(Duration.ofMillis(wait));
        }
    }

    private long run(UserId person) {
        try {
            var wait = redis.execute(
                    COUNT, List.of(key(person)), Integer.toString(properties.perDay()), Long.toString(DAY.toMillis()));
            return wait == null ? 0 : wait;
        } catch (DataAccessException down) {
            throw Problems.unavailable("Exports cannot be counted just now", down);
        }
    }

    /** There was no export after all. */
    void forgive(UserId person) {
        if (properties.perDay() > 0) {
            redis.opsForValue().decrement(key(person));
        }
    }

    /** Forgets that this person ever had one. @return how many keys there were */
    public int forget(UserId person) {
        return Boolean.TRUE.equals(redis.delete(key(person))) ? 1 : 0;
    }

    private static String key(UserId person) {
        return "export:" + person;
    }
}
