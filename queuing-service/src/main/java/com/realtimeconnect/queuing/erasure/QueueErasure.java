package com.realtimeconnect.queuing.erasure;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.privacy.PersonErasure;
import com.realtimeconnect.queuing.matching.LeaveReason;
import com.realtimeconnect.queuing.presence.UserSlot;
import com.realtimeconnect.queuing.queue.MatchQueue;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Erases a person from Redis: they leave the queue they are in, and their keys go. Nothing comes back: their tokens are refused
 * already, and a join that was under way ends with its ticket's grace.
 */
@Component
class QueueErasure implements PersonErasure {

    private final MatchQueue queue;
    private final StringRedisTemplate redis;

    QueueErasure(MatchQueue queue, StringRedisTemplate redis) {
        this.queue = queue;
        this.redis = redis;
    }

    @Override
    public Map<String, Integer> erase(UserId person) {
        queue.leave(person, LeaveReason.ASKED);
        var slot = new UserSlot(person);
        var deleted = redis.delete(Stream.of(slot.claim(), slot.lastPlace(), slot.presence(), slot.joins())
                .toList());
        return Map.of("redis", Objects.requireNonNullElse(deleted, 0L).intValue());
    }
}
