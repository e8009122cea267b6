package com.realtimeconnect.common.idempotency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** First answers by key, in Redis for 24 hours. A claim that was never answered, as after a crash, ends after a minute. */
class FirstAnswers {

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

    void keep(String key, FirstAnswer answer) {
        redis.opsForValue().set(key, json.writeValueAsString(answer), KEPT);
    }

    /** The request failed in a way that a repeat may mend. */
    void release(String key) {
        redis.delete(key);
    }
}
