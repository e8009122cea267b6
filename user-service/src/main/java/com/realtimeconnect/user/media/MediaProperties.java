package com.realtimeconnect.user.media;

import com.realtimeconnect.common.secret.Secret;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * Where photos and videos are stored, and what is taken.
 *
 * @param endpoint of the S3 API; null for the region's own
 * @param baseUrl where clients fetch objects (CDN); null: addresses are signed for {@code signedFor}
 * @param acl of each object, for a store whose objects nobody else may read unless that is said; null: what the bucket says
 * @param perPerson how many one person may have
 * @param imageSize the largest image file
 * @param videoSize the largest video file
 * @param pixels the most pixels of an image, told by its header before it is decoded
 * @param side the longest side of an image as it is stored
 * @param thumbnailSide the longest side of its thumbnail
 * @param abandonedAfter when an upload that never ended is cleaned away
 */
@ConfigurationProperties("connect.assets")
@Validated
record MediaProperties(
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") @NotBlank String region,
        @NotBlank String bucket,
        @NotBlank String accessKey,
        Secret secretKey,
        @Nullable URI baseUrl,
        @DefaultValue("1h") Duration signedFor,
        @Nullable ObjectCannedACL acl,
        @DefaultValue("6") @Min(1) int perPerson,
        @DefaultValue("5MB") DataSize imageSize,
        @DefaultValue("25MB") DataSize videoSize,
        @DefaultValue("40000000") @Min(1) long pixels,
        @DefaultValue("2048") @Min(256) int side,
        @DefaultValue("256") @Min(16) int thumbnailSide,
        @DefaultValue("15m") Duration abandonedAfter) {}
