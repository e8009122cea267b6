package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.matching.TicketEnd;
import com.realtimeconnect.queuing.presence.ClaimedTicket;
import com.realtimeconnect.queuing.presence.UserSlot;
import com.realtimeconnect.queuing.ticket.TicketSigner;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Which one queue a person is in. */
@Component
class Claims {

    private final ClaimUserScript claimUser;
    private final ReleaseUserScript releaseUser;
    private final HashOperations<String, String, String> hashes;
    private final TicketSigner signer;

    Claims(ClaimUserScript claimUser, ReleaseUserScript releaseUser, StringRedisTemplate redis, TicketSigner signer) {
        this.claimUser = claimUser;
        this.releaseUser = releaseUser;
        this.hashes = redis.opsForHash();
        this.signer = signer;
    }

    /** @param dead a ticket that is known to have ended, whose claim may be taken over */
    Claim make(UserId user, UUID ticketId, String intent, @Nullable UUID dead) {
        return claimUser.run(new UserSlot(user), ticketId, intent, dead);
    }

    @Nullable
    ClaimedTicket find(UserId user) {
        var fields = hashes.multiGet(new UserSlot(user).claim(), List.of("ticketId", "intent"));
        String ticketId = fields.get(0);
        String intent = fields.get(1);
        return ticketId == null || intent == null ? null : new ClaimedTicket(UUID.fromString(ticketId), intent);
    }

    /**
     * Ends a claim whose ticket has ended.
     *
     * @return the nodes that hold sockets of this person, or null if another call did it: one caller in the fleet tells
     */
    @Nullable
    List<String> release(UserId user, UUID ticketId, TicketEnd end) {
        return releaseUser.run(new UserSlot(user), ticketId, end.reason().wireName(), end.peer(), signer.keepsPlace());
    }

    /** Ends a claim whose ticket never entered. */
    void drop(UserId user, UUID ticketId) {
        releaseUser.run(new UserSlot(user), ticketId, "", null, signer.keepsPlace());
    }
}
