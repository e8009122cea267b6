package com.realtimeconnect.user.media;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A photo or video of a profile. It is written down before its objects are, and forgotten before they are removed. */
@Entity
@Table(name = "assets")
class Asset implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID accountId;

    private String kind;

    private String contentType;

    private String objectKey;

    private @Nullable String thumbnailKey;

    private int width;

    private int height;

    private long sizeBytes;

    @Column(updatable = false)
    private String state;

    private Instant createdAt;

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Asset() {}

    /** One whose objects are still to be put in place. */
    Asset(UserId owner, PreparedMedia media, Instant now) {
        var format = media.format();
        id = Uuids.next();
        accountId = owner.value();
        kind = format.kind().wireName();
        contentType = format.contentType();
        objectKey = "assets/" + id + "/original." + format.extension();
        thumbnailKey = media.thumbnail() == null ? null : "assets/" + id + "/thumbnail.jpg";
        width = media.width();
        height = media.height();
        sizeBytes = media.bytes().length;
        state = "uploading";
        createdAt = now;
    }

    UserId owner() {
        return new UserId(accountId);
    }

    String kind() {
        return kind;
    }

    String contentType() {
        return contentType;
    }

    String objectKey() {
        return objectKey;
    }

    @Nullable
    String thumbnailKey() {
        return thumbnailKey;
    }

    /** Every object that belongs to it. */
    List<String> keys() {
        return thumbnailKey == null ? List.of(objectKey) : List.of(objectKey, thumbnailKey);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    String state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
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
