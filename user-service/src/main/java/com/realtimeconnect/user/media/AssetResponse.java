package com.realtimeconnect.user.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo or video of mine.
 *
 * @param kind {@code image} or {@code video}
 * @param contentType of what is stored, which may differ from what was sent
 * @param thumbnailUrl a small JPEG; videos have none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AssetResponse(
        UUID assetId,
        String kind,
        String contentType,
        String url,
        @Nullable String thumbnailUrl,
        int width,
        int height,
        Instant createdAt) {

    static AssetResponse from(Asset asset, String url, @Nullable String thumbnailUrl) {
        return new AssetResponse(
                asset.getId(),
                asset.kind(),
                asset.contentType(),
                url,
                thumbnailUrl,
                asset.width(),
                asset.height(),
                asset.createdAt());
    }
}
