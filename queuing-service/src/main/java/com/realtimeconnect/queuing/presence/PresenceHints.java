package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Says to all nodes that a person's presence may have changed. May be lost. */
@Component
class PresenceHints {

    /** Ours; the message is a user id. */
    static final String CHANGED_CHANNEL = "connect:presence:changed";
    /** Written by interaction-service; the message is {@code {userId, inCall}}. */
    static final String CALLS_CHANNEL = "connect:presence";

    private static final Logger log = LoggerFactory.getLogger(PresenceHints.class);

    private final StringRedisTemplate redis;

    PresenceHints(StringRedisTemplate redis) {
        this.redis = redis;
    }

    void publishChanged(UserId user) {
        try {
            redis.convertAndSend(CHANGED_CHANNEL, user.toString());
        } catch (DataAccessException unreachable) {
            log.debug("A presence hint was not sent", unreachable);
        }
    }
}
