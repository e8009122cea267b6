package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.lua.LuaScript;
import com.realtimeconnect.queuing.matching.LeaveReason;
import com.realtimeconnect.queuing.presence.ClaimedTicket;
import com.realtimeconnect.queuing.presence.UserSlot;
import com.realtimeconnect.queuing.queue.Claim.LastPlace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/queue/claim_user.lua}. */
@Component
class ClaimUserScript {

    private final LuaScript script = LuaScript.load("queue/claim_user");
    private final StringRedisTemplate redis;
    private final QueueProperties properties;

    ClaimUserScript(StringRedisTemplate redis, QueueProperties properties) {
        this.redis = redis;
        this.properties = properties;
    }

    /** @param dead a ticket that is known to have ended, whose claim may be taken over */
    Claim run(UserSlot slot, UUID ticketId, String intent, @Nullable UUID dead) {
        var result = script.run(
                redis,
                List.of(slot.claim(), slot.lastPlace(), slot.presence()),
                ticketId.toString(),
                intent,
                Long.toString(properties.enterWithin().toMillis()),
                Long.toString(properties.claimLife().toMillis()),
                dead == null ? "" : dead.toString());
        if (result.getFirst().equals("HELD")) {
            var isEntering = time(result.get(4)).isBefore(time(result.get(3)));
            return new Claim.Held(new ClaimedTicket(UUID.fromString(result.get(1)), result.get(2)), isEntering);
        }
        return new Claim.Made(
                time(result.get(1)),
                time(result.get(2)),
                lastPlace(result.subList(3, 7)),
                result.subList(7, result.size()));
    }

    private static @Nullable LastPlace lastPlace(List<String> fields) {
        if (fields.getFirst().isEmpty()) {
            return null;
        }
        var peer = fields.get(2);
        return new LastPlace(
                UUID.fromString(fields.get(0)),
                fields.get(1).equals(LeaveReason.MATCHED.wireName()),
                peer.isEmpty() ? null : UserId.of(peer),
                time(fields.get(3)));
    }

    private static Instant time(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
