package com.realtimeconnect.user.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it.
 *
 * @param birthDate null for admins only
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountResponse(
        UserId userId,
        String email,
        String displayName,
        Role role,
        @Nullable LocalDate birthDate,
        boolean emailVerified,
        Instant createdAt) {

    static AccountResponse from(Account account) {
        return new AccountResponse(
                account.id(),
                Objects.requireNonNull(account.email()),
                Objects.requireNonNull(account.displayName()),
                account.role(),
                account.birthDate(),
                account.isEmailVerified(),
                account.createdAt());
    }
}
