package com.realtimeconnect.common.security;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * This node's copy of the revocations, read from Redis four times a second, so that no request waits for Redis. Reading
 * beats listening here: a message can be lost, a row cannot be overlooked. If Redis is down, what is known stays in force.
 */
public final class RevocationList implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RevocationList.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Read again with each look, since entries of the same moment may become visible one after the other. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    private final StringRedisTemplate redis;
    private final List<RevocationListener> listeners;
    private final Map<UUID, Instant> logins = new ConcurrentHashMap<>();
    private final Map<UserId, Instant> users = new ConcurrentHashMap<>();
    private volatile boolean running;
    private long newest;

    RevocationList(StringRedisTemplate redis, List<RevocationListener> listeners) {
        this.redis = redis;
        this.listeners = List.copyOf(listeners);
    }

    /** Whether the login of this token, or all of the person's tokens of its age, were ended. */
    public boolean isRevoked(AuthenticatedUser user) {
        if (logins.containsKey(user.loginId())) {
            return true;
        }
        var revokedAt = users.get(user.id());
        return revokedAt != null && !user.tokenIssuedAt().isAfter(revokedAt);
    }

    @Override
    public void start() {
        running = true;
        read();
        Thread.ofVirtual().name("revocations").start(this::readUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void readUntilStopped() {
        try {
            while (running) {
                Thread.sleep(PAUSE);
                read();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void read() {
        try {
            var since = (double) (newest == 0 ? 0 : newest - OVERLAP.toMillis());
            var entries = redis.opsForZSet().rangeByScoreWithScores(Revocations.KEY, since, Double.POSITIVE_INFINITY);
            if (entries != null) {
                for (var entry : entries) {
                    if (entry.getValue() != null && entry.getScore() != null) {
                        accept(entry.getValue(), entry.getScore().longValue());
                    }
                }
            }
        } catch (DataAccessException | IllegalStateException unreachable) {
            if (running) {
                log.atWarn().addKeyValue("cause", unreachable.getMessage()).log("Revocations could not be read");
            }
        }
    }

    private void accept(String member, long millis) {
        var at = Instant.ofEpochMilli(millis);
        var parts = member.split(":", -1);
        if (millis > newest) {
            newest = millis;
            forgetBefore(at.minus(Revocations.RETENTION));
        }
        if (parts[0].equals("login")) {
            var loginId = Uuids.parse(parts[1]);
            if (logins.put(loginId, at) == null) {
                listeners.forEach(listener -> listener.loginRevoked(loginId));
            }
        } else if (parts[0].equals("user")) {
            var userId = UserId.of(parts[1]);
            if (!at.equals(users.put(userId, at))) {
                listeners.forEach(listener -> listener.userRevoked(userId, Integer.parseInt(parts[2])));
            }
        }
    }

    private void forgetBefore(Instant horizon) {
        logins.values().removeIf(at -> at.isBefore(horizon));
        users.values().removeIf(at -> at.isBefore(horizon));
    }
}
