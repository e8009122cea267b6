package com.realtimeconnect.common.security;

import com.realtimeconnect.common.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Tells every node that a login, or a whole person, ended. Tokens issued before are refused and live sockets closed within
 * a second. What it tells is kept in Redis for longer than any access token lives; whoever owns the truth must tell it
 * again if Redis lost it. Thread-safe.
 */
public final class Revocations {

    /** Sorted set of revocations by the time of Redis in milliseconds; goes when nothing was revoked for the retention. */
    static final String KEY = "connect:revocations";

    /** Longer than the ten minutes of an access token, with room for clocks that differ. */
    static final Duration RETENTION = Duration.ofMinutes(20);

    private static final RedisScript<Long> ADD = new DefaultRedisScript<>("""
            -- Notes a revocation by the clock of Redis, and forgets those that no token can outlive.
            -- KEYS[1] sorted set: revocations    ARGV[1] member    ARGV[2] retention, millis    returns now, epoch millis
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZADD', KEYS[1], now, ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return now
            """, Long.class);

    private final StringRedisTemplate redis;

    Revocations(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Ends one login: sockets close with 4505. Repeating it is harmless. */
    public void revokeLogin(UUID loginId) {
        add("login:" + loginId);
    }

    /** Ends every token of a person that was issued until now. */
    public void revokeUser(UserId userId, int closeCode) {
        add("user:" + userId + ":" + closeCode);
    }

    private void add(String member) {
        redis.execute(ADD, List.of(KEY), member, Long.toString(RETENTION.toMillis()));
    }
}
