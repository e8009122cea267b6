package com.realtimeconnect.user.media;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bytes of assets, in S3. A key is written once and never reused, so that whatever is fetched may be cached for ever. */
@Component
class AssetStorage {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final S3Client s3;
    private final S3Presigner presigner;
    private final MediaProperties properties;

    AssetStorage(S3Client s3, S3Presigner presigner, MediaProperties properties) {
        this.s3 = s3;
        this.presigner = presigner;
        this.properties = properties;
    }

    /** @throws ProblemException unavailable, and then it is not known whether the object is there */
    void put(String key, String contentType, byte[] bytes) {
        try {
            s3.putObject(
                    request -> request.bucket(properties.bucket())
                            .key(key)
                            .contentType(contentType)
                            .cacheControl(FOR_EVER)
                            .acl(properties.acl()),
                    RequestBody.fromBytes(bytes));
        } catch (SdkException down) {
            throw Problems.unavailable("Photos and videos cannot be stored just now", down);
        }
    }

    /** Copies an object into a file that is not there yet. @throws ProblemException unavailable */
    void fetch(String key, Path target) {
        try {
            s3.getObject(request -> request.bucket(properties.bucket()).key(key), target);
        } catch (SdkException down) {
            throw Problems.unavailable("Photos and videos cannot be fetched just now", down);
        }
    }

    /** Removes what is there of these keys. @throws ProblemException unavailable */
    void remove(List<String> keys) {
        try {
            keys.forEach(key -> s3.deleteObject(
                    request -> request.bucket(properties.bucket()).key(key)));
        } catch (SdkException down) {
            throw Problems.unavailable("Photos and videos cannot be removed just now", down);
        }
    }

    /** Where a client fetches it. */
    String url(String key) {
        var base = properties.baseUrl();
        if (base != null) {
            var text = base.toString();
            return text.endsWith("/") ? text + key : text + "/" + key;
        }
        return presigner
                .presignGetObject(presign -> presign.signatureDuration(properties.signedFor())
                        .getObjectRequest(
                                request -> request.bucket(properties.bucket()).key(key)))
                .url()
                .toString();
    }
}
