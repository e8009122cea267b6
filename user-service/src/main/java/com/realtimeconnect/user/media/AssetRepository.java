package com.realtimeconnect.user.media;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Assets in PostgreSQL. */
interface AssetRepository extends Repository<Asset, UUID> {

    Asset save(Asset asset);

    void delete(Asset asset);

    /** Makes whoever counts this person's assets wait until the end of this transaction. */
    @Query(
            value = "select count(pg_advisory_xact_lock(hashtextextended('assets of ' || :accountId, 0)))",
            nativeQuery = true)
    long lockOf(String accountId);

    /** Those being uploaded count, too. */
    int countByAccountId(UUID accountId);

    List<Asset> findByAccountId(UUID accountId);

    @Query("select a from Asset a where a.accountId in :accountIds and a.state = 'stored' order by a.id")
    List<Asset> findStored(Collection<UUID> accountIds);

    @Query("select a from Asset a where a.id = :id and a.accountId = :accountId and a.state = 'stored'")
    Optional<Asset> findStored(UUID id, UUID accountId);

    @Query("select a from Asset a where a.id = :id and a.state = 'uploading'")
    Optional<Asset> findUploading(UUID id);

    @Modifying
    @Query("update Asset a set a.state = 'stored' where a.id = :id and a.state = 'uploading'")
    int markStored(UUID id);

    @Query(value = """
            select * from users.assets where state = 'uploading' and created_at < :before
            order by created_at limit 100 for update skip locked""", nativeQuery = true)
    List<Asset> lockAbandoned(Instant before);
}
