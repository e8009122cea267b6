package com.realtimeconnect.user.account;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import java.util.Objects;

/**
 * What an account tells about a person to others.
 *
 * @param age in whole years today; 0 for admins, who take part in nothing and are not asked
 */
public record PublicIdentity(
        UserId id, String displayName, int age, Role role, boolean emailVerified, boolean suspended) {

    static PublicIdentity from(Account account, int age) {
        return new PublicIdentity(
                account.id(),
                Objects.requireNonNull(account.displayName()),
                age,
                account.role(),
                account.isEmailVerified(),
                account.isSuspended());
    }
}
