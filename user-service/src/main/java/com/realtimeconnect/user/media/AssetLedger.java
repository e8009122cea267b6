package com.realtimeconnect.user.media;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.common.problem.Problems;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which assets there are. Each step is one transaction, and S3 is never asked within one: a row leads to every object that
 * may exist, so that whatever fails half-way is cleaned up.
 */
@Component
class AssetLedger {

    private static final Logger log = LoggerFactory.getLogger(AssetLedger.class);

    private final AssetRepository assets;
    private final Outbox outbox;
    private final MediaProperties properties;
    private final Clock clock;

    AssetLedger(AssetRepository assets, Outbox outbox, MediaProperties properties, Clock clock) {
        this.assets = assets;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes one of the person's places. @throws TooManyAssetsException also under two uploads at once */
    @Transactional
    Asset reserve(UserId owner, PreparedMedia media) {
        assets.lockOf(owner.toString());
        requireRoom(owner);
        return assets.save(new Asset(owner, media, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Spares the work of decoding for nothing; {@link #reserve} is what decides. */
    void requireRoom(UserId owner) {
        if (assets.countByAccountId(owner.value()) >= properties.perPerson()) {
            throw new TooManyAssetsException(properties.perPerson());
        }
    }

    /** All objects are in place. @return false if the upload took so long that it was cleaned away */
    @Transactional
    boolean complete(Asset asset) {
        return assets.markStored(asset.getId()) == 1;
    }

    /** The upload failed: the place is free again, and what may be stored of it goes. */
    @Transactional
    void abandon(Asset asset) {
        assets.findUploading(asset.getId()).ifPresent(this::forget);
    }

    List<Asset> of(Collection<UserId> owners) {
        return assets.findStored(owners.stream().map(UserId::value).toList());
    }

    List<Asset> of(UserId owner) {
        return of(List.of(owner));
    }

    /** Those being uploaded, too. */
    List<Asset> allOf(UserId owner) {
        return assets.findByAccountId(owner.value());
    }

    /** Their objects are gone already. */
    @Transactional
    void forgetAll(List<Asset> removed) {
        removed.forEach(assets::delete);
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException not-found, also if it is somebody else's */
    @Transactional
    void remove(UserId owner, UUID assetId) {
        forget(assets.findStored(assetId, owner.value())
                .orElseThrow(() -> Problems.notFound("There is no such photo or video")));
        log.atInfo()
                .addKeyValue("userId", owner)
                .addKeyValue("assetId", assetId)
                .log("Asset removed");
    }

    /** Uploads that never came to an end, because a node died or the database went away in the middle. */
    @Transactional
    void removeAbandoned() {
        var abandoned = assets.lockAbandoned(clock.instant().minus(properties.abandonedAfter()));
        abandoned.forEach(this::forget);
        if (!abandoned.isEmpty()) {
            log.atInfo().addKeyValue("assets", abandoned.size()).log("Abandoned uploads removed");
        }
    }

    private void forget(Asset asset) {
        assets.delete(asset);
        outbox.publish(ObjectRemover.NAME, new ObjectsUnused(asset.keys()));
    }
}
