package com.realtimeconnect.user.account;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a person may take part, as it stood at one moment.
 *
 * @param version grows with each change
 * @param heldAt since when the person is held back, or null
 * @param judgedAt when a person of moderation last decided about them, or null
 * @param suspensionOver whether a suspension ran out and is yet to be ended
 */
public record AccountStanding(
        UserId id,
        Role role,
        Standing standing,
        long version,
        @Nullable Instant heldAt,
        @Nullable Instant judgedAt,
        boolean suspensionOver) {

    static AccountStanding from(Account account, Instant now) {
        return new AccountStanding(
                account.id(),
                account.role(),
                account.standing(now),
                account.standingVersion(),
                account.heldAt(),
                account.judgedAt(),
                account.isSuspensionOver(now));
    }
}
