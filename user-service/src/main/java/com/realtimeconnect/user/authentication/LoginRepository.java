package com.realtimeconnect.user.authentication;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Logins in PostgreSQL. Whoever changes one, or its refresh tokens, holds its row. */
interface LoginRepository extends Repository<Login, UUID> {

    Login save(Login login);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Login l where l.id = :id")
    Optional<Login> lockById(UUID id);

    /** Always in the same order, so that two such transactions wait for each other instead of dying. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select l from Login l where l.accountId = :accountId and l.endedAt is null and l.id <> :except order by l.id")
    List<Login> lockActiveOthers(UUID accountId, UUID except);

    /** Newest first, from the one before {@code before}. */
    @Query("""
            select l from Login l where l.accountId = :accountId and l.endedAt is null and l.expiresAt > :now and l.id < :before
            order by l.id desc limit :limit""")
    List<Login> findActive(UUID accountId, Instant now, UUID before, int limit);

    @Query("select l.id from Login l where l.endedAt > :since")
    List<UUID> findIdsEndedSince(Instant since);

    @Query("select l.id from Login l where l.accountId = :accountId")
    List<UUID> findIds(UUID accountId);

    /** With their refresh tokens. */
    @Modifying
    @Query("delete from Login l where l.accountId = :accountId")
    void deleteOf(UUID accountId);

    @Modifying
    @Query(value = """
            delete from users.logins where id in (
              select id from users.logins where expires_at < :horizon or ended_at < :horizon order by id limit :limit
              for update skip locked)""", nativeQuery = true)
    int deleteOver(Instant horizon, int limit);
}
