package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who met whom in an interaction, and when that ended.
 *
 * @param endedAt null while it goes on
 */
record Meeting(UserId womanId, UserId manId, @Nullable Instant endedAt) {

    /** How long after the end something can still be said about it. */
    static final Duration REPORTED_WITHIN = Duration.ofDays(7);

    /** Whether this person took part, not too long before this moment. */
    boolean canBeReportedBy(UserId person, Instant moment) {
        var tookPart = womanId.equals(person) || manId.equals(person);
        return tookPart && (endedAt == null || !moment.isAfter(endedAt.plus(REPORTED_WITHIN)));
    }

    UserId peerOf(UserId person) {
        return womanId.equals(person) ? manId : womanId;
    }
}
