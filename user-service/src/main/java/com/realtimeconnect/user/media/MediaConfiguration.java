package com.realtimeconnect.user.media;

import com.realtimeconnect.common.secret.RequiredSecret;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Speaks S3 in the dialect that every implementation knows: buckets in the path, checksums only where they are required. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ONE_TRY = Duration.ofSeconds(10);
    private static final Duration ALL_TRIES = Duration.ofSeconds(20);

    @Bean
    RequiredSecret assetSecretKey(MediaProperties properties) {
        return new RequiredSecret("S3_SECRET_KEY", properties.secretKey(), 16);
    }

    @Bean
    S3Client s3(MediaProperties properties) {
        var client = S3Client.builder()
                .region(Region.of(properties.region()))
                .credentialsProvider(credentials(properties))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ONE_TRY)
                        .maxConnections(32))
                .overrideConfiguration(
                        override -> override.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES));
        if (properties.endpoint() != null) {
            client.endpointOverride(properties.endpoint());
        }
        return client.build();
    }

    @Bean
    S3Presigner s3Presigner(MediaProperties properties) {
        var presigner = S3Presigner.builder()
                .region(Region.of(properties.region()))
                .credentialsProvider(credentials(properties))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build());
        if (properties.endpoint() != null) {
            presigner.endpointOverride(properties.endpoint());
        }
        return presigner.build();
    }

    private static StaticCredentialsProvider credentials(MediaProperties properties) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                properties.accessKey(), properties.secretKey().value()));
    }
}
