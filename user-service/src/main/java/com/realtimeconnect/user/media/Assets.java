package com.realtimeconnect.user.media;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The photos and videos of profiles. */
@Component
public class Assets {

    private static final Logger log = LoggerFactory.getLogger(Assets.class);

    private final MediaPreparer preparer;
    private final AssetLedger ledger;
    private final AssetStorage storage;
    private final MeterRegistry meters;

    Assets(MediaPreparer preparer, AssetLedger ledger, AssetStorage storage, MeterRegistry meters) {
        this.preparer = preparer;
        this.ledger = ledger;
        this.storage = storage;
        this.meters = meters;
    }

    /** Addresses of these people's photos, oldest first; who has none is left out. */
    public Map<UserId, List<String>> photos(Collection<UserId> owners) {
        return ledger.of(owners).stream()
                .filter(asset -> asset.kind().equals(MediaFormat.Kind.IMAGE.wireName()))
                .collect(Collectors.groupingBy(
                        Asset::owner,
                        Collectors.mapping(asset -> storage.url(asset.objectKey()), Collectors.toList())));
    }

    /** Stores the file, made harmless, or nothing at all. */
    AssetResponse upload(UserId owner, MultipartFile file) {
        ledger.requireRoom(owner);
        var media = preparer.prepare(file);
        var asset = ledger.reserve(owner, media);
        putInPlace(asset, media);
        if (!ledger.complete(asset)) {
            throw Problems.unavailable("The upload took too long");
        }
        meters.counter("connect.assets.stored", "kind", asset.kind()).increment();
        log.atInfo()
                .addKeyValue("userId", owner)
                .addKeyValue("assetId", asset.getId())
                .addKeyValue("bytes", asset.sizeBytes())
                .log("Asset stored");
        return response(asset);
    }

    private void putInPlace(Asset asset, PreparedMedia media) {
        try {
            storage.put(asset.objectKey(), asset.contentType(), media.bytes());
            var thumbnailKey = asset.thumbnailKey();
            var thumbnail = media.thumbnail();
            if (thumbnailKey != null && thumbnail != null) {
                storage.put(thumbnailKey, MediaFormat.JPEG.contentType(), thumbnail);
            }
        } catch (ProblemException failed) {
            ledger.abandon(asset);
            throw failed;
        }
    }

    List<AssetResponse> of(UserId owner) {
        return ledger.of(owner).stream().map(this::response).toList();
    }

    void remove(UserId owner, UUID assetId) {
        ledger.remove(owner, assetId);
    }

    /**
     * Removes all that a person ever uploaded, objects first.
     *
     * @return how many objects there were
     * @throws ProblemException unavailable, while S3 is away or an upload of theirs is still under way
     */
    public int removeAll(UserId owner) {
        var all = ledger.allOf(owner);
        if (all.stream().anyMatch(asset -> asset.state().equals("uploading"))) {
            throw Problems.unavailable("An upload is under way");
        }
        var keys = all.stream().map(Asset::keys).flatMap(List::stream).toList();
        storage.remove(keys);
        ledger.forgetAll(all);
        return keys.size();
    }

    /**
     * Copies a person's photos and videos, as they are stored, into files.
     *
     * @param place gives the path for a name such as {@code 0198….jpg}; there is no file yet
     * @throws ProblemException unavailable
     */
    public void fetchAll(UserId owner, Function<String, Path> place) {
        for (var asset : ledger.of(owner)) {
            var key = asset.objectKey();
            var extension = key.substring(key.lastIndexOf('.'));
            storage.fetch(key, place.apply(asset.getId() + extension));
        }
    }

    private AssetResponse response(Asset asset) {
        var thumbnailKey = asset.thumbnailKey();
        return AssetResponse.from(
                asset, storage.url(asset.objectKey()), thumbnailKey == null ? null : storage.url(thumbnailKey));
    }
}
