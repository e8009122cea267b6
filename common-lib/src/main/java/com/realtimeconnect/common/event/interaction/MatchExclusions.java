package com.realtimeconnect.common.event.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * With whom a person must not be matched now.
 *
 * @param userId the person
 * @param liveInteractionId the interaction the person is in, or null
 * @param met those met in the last hours, though no more may have come of it than an attempt
 * @param talked those of them with whom a call began
 * @param declined those who declined or were declined in the last days
 */
public record MatchExclusions(
        UserId userId,
        @Nullable InteractionId liveInteractionId,
        Set<UserId> met,
        Set<UserId> talked,
        Set<UserId> declined) {

    /** As many people as one question may be about. */
    public static final int MOST_AT_ONCE = 50;

    public MatchExclusions {
        met = Set.copyOf(met);
        talked = Set.copyOf(talked);
        declined = Set.copyOf(declined);
    }
}
