package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.matching.LeaveReason;
import com.realtimeconnect.queuing.matching.WaitingTicket;
import com.realtimeconnect.queuing.presence.PresenceRegistry;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the other nodes that hold a person's sockets of a change that was made here, if there are such nodes. A hint of a
 * change may be lost: the renewal of their tickets tells them the same a little later.
 */
@Component
class TicketHints {

    static final String CHANNEL = "connect:queuing:tickets";

    private static final Logger log = LoggerFactory.getLogger(TicketHints.class);

    private final StringRedisTemplate redis;
    private final PresenceRegistry presence;
    private final JsonMapper json;

    TicketHints(StringRedisTemplate redis, PresenceRegistry presence, JsonMapper json) {
        this.redis = redis;
        this.presence = presence;
        this.json = json;
    }

    /** @param nodes those that hold a socket of theirs; if there are none, Redis may have lost them, and all are told */
    void entered(UserId user, @Nullable WaitingTicket ticket, Collection<String> nodes) {
        publish(TicketHint.entered(user, ticket), nodes);
    }

    void ended(UserId user, LeftQueue left, Collection<String> nodes) {
        publish(TicketHint.ended(user, left), nodes);
    }

    /** To all nodes: Redis lost which of them hold a socket of theirs, if it lost their ticket. */
    void leave(UserId user, LeaveReason reason, @Nullable UUID upTo) {
        publish(TicketHint.leave(user, reason, upTo));
    }

    private void publish(TicketHint hint, Collection<String> nodes) {
        if (nodes.isEmpty() || !nodes.stream().allMatch(presence.node()::equals)) {
            publish(hint);
        }
    }

    private void publish(TicketHint hint) {
        try {
            redis.convertAndSend(CHANNEL, json.writeValueAsString(hint));
        } catch (DataAccessException unreachable) {
            log.debug("A ticket hint was not sent", unreachable);
        }
    }

    TicketHint read(String message) {
        return json.readValue(message, TicketHint.class);
    }
}
