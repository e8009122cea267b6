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

    /** Ours; the message is two user ids who must not see each other any more. */
    static final String HIDDEN_CHANNEL = "connect:presence:hidden";

    private static final Logger log = LoggerFactory.getLogger(PresenceHints.class);

    private final StringRedisTemplate redis;

    PresenceHints(StringRedisTemplate redis) {
        this.redis = redis;
    }

    void publishChanged(UserId user) {
        publish(CHANGED_CHANNEL, user.toString());
    }

    void publishHidden(UserId one, UserId other) {
        publish(HIDDEN_CHANNEL, one + " " + other);
    }

    private void publish(String channel, String message) {
        try {
            redis.convertAndSend(channel, message);
        } catch (DataAccessException unreachable) {
            log.debug("A presence hint was not sent", unreachable);
        }
    }
}
