package com.realtimeconnect.user.throttle;

import com.realtimeconnect.common.problem.Problems;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** From which networks people logged in lately, in Redis. Forgotten with Redis, which makes everybody a stranger for once. */
@Component
class FamiliarNetworks {

    private final StringRedisTemplate redis;
    private final ThrottleProperties properties;

    FamiliarNetworks(StringRedisTemplate redis, ThrottleProperties properties) {
        this.redis = redis;
        this.properties = properties;
    }

    boolean isFamiliar(String key) {
        try {
            return Boolean.TRUE.equals(redis.hasKey(key));
        } catch (DataAccessException down) {
            throw Problems.unavailable("Logging in is not possible just now", down);
        }
    }

    void remember(String key) {
        try {
            redis.opsForValue().set(key, "", properties.familiarFor());
        } catch (DataAccessException down) {
            throw Problems.unavailable("Logging in is not possible just now", down);
        }
    }
}
