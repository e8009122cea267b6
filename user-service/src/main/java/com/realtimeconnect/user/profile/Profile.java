package com.realtimeconnect.user.profile;

import com.realtimeconnect.common.identity.UserId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a person says about themselves. The name is the account's. */
@Entity
@Table(name = "profiles")
class Profile {

    @Id
    private UUID accountId;

    private String bio;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] interests;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] languages;

    private boolean autoConnect;

    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Profile() {}

    /** An empty one. */
    Profile(UserId owner, Instant now) {
        accountId = owner.value();
        bio = "";
        interests = new String[0];
        languages = new String[0];
        updatedAt = now;
    }

    /** Says something else from now on. @throws StaleVersionException if the writer did not know the present text */
    void replace(ProfileText text, long knownVersion, Instant now) {
        if (version() != knownVersion) {
            throw new StaleVersionException();
        }
        bio = text.bio();
        interests = text.interests().toArray(String[]::new);
        languages = text.languages().toArray(String[]::new);
        autoConnect = text.autoConnect();
        updatedAt = now;
    }

    UserId owner() {
        return new UserId(accountId);
    }

    String bio() {
        return bio;
    }

    List<String> interests() {
        return List.of(interests);
    }

    List<String> languages() {
        return List.of(languages);
    }

    boolean isAutoConnect() {
        return autoConnect;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
