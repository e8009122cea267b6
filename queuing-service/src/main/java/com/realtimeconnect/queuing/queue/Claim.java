package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.presence.ClaimedTicket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of claiming a person for a ticket. Times are by Redis' clock. */
sealed interface Claim {

    /**
     * The person is ours.
     *
     * @param enterBefore end of the window in which the ticket may enter
     * @param lastPlace what they left last, or null
     * @param nodes those that hold a socket of theirs
     */
    record Made(Instant now, Instant enterBefore, @Nullable LastPlace lastPlace, List<String> nodes) implements Claim {}

    /** The person is claimed for this ticket already. */
    record Held(ClaimedTicket claimed, boolean isEntering) implements Claim {}

    /** A place that was left not long ago. */
    record LastPlace(
            UUID ticketId, boolean matched, @Nullable UserId peer, Instant leftAt) {}
}
