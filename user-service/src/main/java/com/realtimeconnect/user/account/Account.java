package com.realtimeconnect.user.account;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's row in the shared identity. Once erased it keeps nothing but its id. */
@Entity
@Table(name = "accounts")
class Account {

    @Id
    private UUID id;

    private @Nullable String email;

    private @Nullable String passwordHash;

    private Instant passwordChangedAt;

    private @Nullable String displayName;

    @Convert(converter = RoleConverter.class)
    private Role role;

    private @Nullable LocalDate birthDate;

    private boolean emailVerified;

    private int tokenVersion;

    private @Nullable Instant suspendedAt;

    private @Nullable Instant erasedAt;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Account() {}

    Account(NewAccount asked, Instant now) {
        id = asked.id().value();
        email = asked.email().value();
        passwordHash = asked.passwordHash();
        passwordChangedAt = now;
        displayName = asked.displayName();
        role = asked.role();
        birthDate = asked.birthDate();
        tokenVersion = 1;
        createdAt = now;
    }

    UserId id() {
        return new UserId(id);
    }

    Role role() {
        return role;
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String displayName() {
        return displayName;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    Instant passwordChangedAt() {
        return passwordChangedAt;
    }

    @Nullable
    LocalDate birthDate() {
        return birthDate;
    }

    boolean isEmailVerified() {
        return emailVerified;
    }

    boolean isSuspended() {
        return suspendedAt != null;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    int tokenVersion() {
        return tokenVersion;
    }

    Instant createdAt() {
        return createdAt;
    }

    void confirmEmail() {
        emailVerified = true;
    }

    void rename(String newName) {
        displayName = newName;
    }

    void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        passwordChangedAt = now;
    }
}
