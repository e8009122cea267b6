package com.realtimeconnect.user.authentication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Refresh tokens in PostgreSQL, guarded by the row of their login. */
interface RefreshTokenRepository extends Repository<RefreshToken, String> {

    RefreshToken save(RefreshToken token);

    Optional<RefreshToken> findById(String tokenHash);

    /** Only the id, so that the token itself is first read when its login is locked. */
    @Query("select t.loginId from RefreshToken t where t.tokenHash = :tokenHash")
    Optional<UUID> findLoginId(String tokenHash);

    @Query("select l.accountId from Login l, RefreshToken t where t.tokenHash = :tokenHash and l.id = t.loginId")
    Optional<UUID> findOwnerId(String tokenHash);

    /** Wipes pairs that nobody may have again. */
    @Modifying(flushAutomatically = true)
    @Query(
            "update RefreshToken t set t.successor = null where t.loginId = :loginId and t.successor is not null and t.replacedAt < :before")
    void wipeSuccessors(UUID loginId, Instant before);

    /** The same for logins that nobody came back to. */
    @Modifying
    @Query(value = """
            update users.refresh_tokens set successor = null where token_hash in (
              select token_hash from users.refresh_tokens where successor is not null and replaced_at < :before
              limit :limit for update skip locked)""", nativeQuery = true)
    int wipeSuccessorsAnywhere(Instant before, int limit);

    @Modifying
    @Query(value = """
            delete from users.refresh_tokens where token_hash in (
              select token_hash from users.refresh_tokens where expires_at < :horizon limit :limit)""", nativeQuery = true)
    int deleteExpired(Instant horizon, int limit);
}
