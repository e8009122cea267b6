package com.realtimeconnect.user.account;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.Objects;

/** What proves a person, and what a token says of them. */
public record Credentials(
        UserId id,
        Role role,
        EmailAddress email,
        String displayName,
        String passwordHash,
        Instant passwordChangedAt,
        int tokenVersion) {

    static Credentials from(Account account) {
        return new Credentials(
                account.id(),
                account.role(),
                new EmailAddress(Objects.requireNonNull(account.email())),
                Objects.requireNonNull(account.displayName()),
                Objects.requireNonNull(account.passwordHash()),
                account.passwordChangedAt(),
                account.tokenVersion());
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "Credentials[" + id + "]";
    }
}
