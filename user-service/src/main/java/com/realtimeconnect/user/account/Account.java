package com.realtimeconnect.user.account;

import com.realtimeconnect.common.event.user.Standing;
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
    private @Nullable Instant suspendedUntil;
    private @Nullable Instant heldAt;
    private @Nullable Instant judgedAt;
    private long standingVersion;

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

    Standing standing(Instant now) {
        if (suspendedAt != null && (suspendedUntil == null || now.isBefore(suspendedUntil))) {
            return Standing.SUSPENDED;
        }
        return heldAt != null ? Standing.HELD : Standing.GOOD;
    }

    /** Whether a suspension ran out that nothing has ended yet. */
    boolean isSuspensionOver(Instant now) {
        return suspendedAt != null && suspendedUntil != null && !now.isBefore(suspendedUntil);
    }

    @Nullable
    Instant heldAt() {
        return heldAt;
    }

    @Nullable
    Instant judgedAt() {
        return judgedAt;
    }

    long standingVersion() {
        return standingVersion;
    }

    /** Keeps this person from being matched. @return whether this made the difference */
    boolean hold(Instant now) {
        if (heldAt != null || suspendedAt != null) {
            return false;
        }
        heldAt = now;
        standingVersion++;
        return true;
    }

    /**
     * Shuts this person out; a hold has led to its decision by that.
     *
     * @param until null for good
     */
    void suspend(@Nullable Instant until, Instant now) {
        suspendedAt = now;
        suspendedUntil = until;
        heldAt = null;
        judgedAt = now;
        standingVersion++;
    }

    /** Lets this person back in, whatever kept them out. */
    void reinstate(Instant now) {
        suspendedAt = null;
        suspendedUntil = null;
        heldAt = null;
        judgedAt = now;
        standingVersion++;
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

    /** Leaves the row without a person behind it; nothing can be undone. */
    void erase(Instant now) {
        email = null;
        passwordHash = null;
        passwordChangedAt = now;
        displayName = null;
        birthDate = null;
        emailVerified = false;
        erasedAt = now;
    }
}
