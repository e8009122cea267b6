package com.realtimeconnect.user.authentication;

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

/** What is kept of a refresh token: its hash, and after its exchange the pair that came out, sealed for its holder. */
@Entity
@Table(name = "refresh_tokens")
class RefreshToken implements Persistable<String> {

    @Id
    private String tokenHash;

    private UUID loginId;

    private Instant expiresAt;

    private @Nullable Instant replacedAt;

    private byte @Nullable [] successor;

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected RefreshToken() {}

    RefreshToken(String tokenHash, UUID loginId, Instant now, Duration lifetime) {
        this.tokenHash = tokenHash;
        this.loginId = loginId;
        expiresAt = now.plus(lifetime);
    }

    /** Exchanges it for the next one. @throws IllegalStateException if it was exchanged before */
    void replace(byte[] sealedSuccessor, Instant now) {
        if (replacedAt != null) {
            throw new IllegalStateException("A refresh token is exchanged once");
        }
        replacedAt = now;
        successor = sealedSuccessor.clone();
    }

    boolean isReplaced() {
        return replacedAt != null;
    }

    boolean wasReplacedBefore(Instant moment) {
        return replacedAt != null && replacedAt.isBefore(moment);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The sealed pair, or null if it was wiped or never was. */
    byte @Nullable [] successor() {
        return successor == null ? null : successor.clone();
    }

    UUID loginId() {
        return loginId;
    }

    @Override
    public String getId() {
        return tokenHash;
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
