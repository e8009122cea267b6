package com.realtimeconnect.common.idempotency;

import com.realtimeconnect.common.identity.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * First answers by key, in Redis for 24 hours. A claim that was never answered, as after a crash, ends after a minute. Which
 * keys are a person's is kept beside them, so that the answers can go before their time.
 */
public class FirstAnswers {

    private static final String OF_PERSON = "connect:idempotency-of:";

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration CLAIMED = Duration.ofMinutes(1);

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    FirstAnswers(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /** Takes the key for a first request, or tells what is there already. */
    @Nullable
    FirstAnswer claim(String key, String fingerprint) {
        var claim = json.writeValueAsString(FirstAnswer.underWay(fingerprint));
        if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key, claim, CLAIMED))) {
            return null;
        }
        var there = redis.opsForValue().get(key);
        return there == null ? claim(key, fingerprint) : json.readValue(there, FirstAnswer.class);
    }

    /** @param owner who was answered, or null if that is not known */
    void keep(String key, FirstAnswer answer, @Nullable UserId owner) {
        if (owner != null) {
            redis.opsForSet().add(OF_PERSON + owner, key);
            redis.expire(OF_PERSON + owner, KEPT);
        }
        redis.opsForValue().set(key, json.writeValueAsString(answer), KEPT);
    }

    /** Forgets every answer that this person was given, in every service. @return how many */
    public int forget(UserId owner) {
        var keys = redis.opsForSet().members(OF_PERSON + owner);
        if (keys == null || keys.isEmpty()) {
            return 0;
        }
        // One by one: in a cluster they are anywhere.
        keys.forEach(redis::delete);
        redis.delete(OF_PERSON + owner);
        return keys.size();
    }

    /** The request failed in a way that a repeat may mend. */
    void release(String key) {
        redis.delete(key);
    }
}
