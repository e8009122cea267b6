package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One device where a person is logged in, from the proof of who they are until it ends or nobody came back. */
@Entity
@Table(name = "logins")
class Login implements Persistable<UUID> {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID accountId;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant lastUsedAt;

    private Instant expiresAt;

    private @Nullable Instant endedAt;

    /** Written for whoever looks into the table. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable String endReason;

    private @Nullable String userAgent;

    private @Nullable String address;

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Login() {}

    Login(UUID id, UserId owner, Device device, Instant now, Duration lifetime) {
        this.id = id;
        accountId = owner.value();
        createdAt = now;
        userAgent = device.userAgent();
        address = device.address();
        lastUsedAt = now;
        expiresAt = now.plus(lifetime);
    }

    /** Goes on from now, as long as the newest refresh token lives. */
    void use(Instant now, Duration lifetime) {
        lastUsedAt = now;
        expiresAt = now.plus(lifetime);
    }

    /** Ends it, if it has not ended. @return whether this made the difference */
    boolean end(EndReason reason, Instant now) {
        if (endedAt != null) {
            return false;
        }
        endedAt = now;
        endReason = reason.word();
        return true;
    }

    boolean isActive(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    UserId owner() {
        return new UserId(accountId);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    String userAgent() {
        return userAgent;
    }

    @Nullable
    String address() {
        return address;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }
}
