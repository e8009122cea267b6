package com.realtimeconnect.user.account;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person who asks for an account.
 *
 * @param birthDate null for admins only
 */
public record NewAccount(
        UserId id,
        EmailAddress email,
        String passwordHash,
        String displayName,
        Role role,
        @Nullable LocalDate birthDate) {

    /** Without the hash. */
    @Override
    public String toString() {
        return "NewAccount[" + id + "]";
    }
}
