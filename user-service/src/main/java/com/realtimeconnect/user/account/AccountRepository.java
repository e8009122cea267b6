package com.realtimeconnect.user.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Accounts in PostgreSQL. */
interface AccountRepository extends Repository<Account, UUID> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    List<Account> findByIdIn(Collection<UUID> ids);

    Optional<Account> findByEmail(String email);

    boolean existsByEmail(String email);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockById(UUID id);

    /** Puts a hash of the same password in place of the old one, unless the password was changed meanwhile. */
    @Modifying
    @Query("update Account a set a.passwordHash = :renewed where a.id = :id and a.passwordHash = :old")
    void renewHash(UUID id, String old, String renewed);

    @Query("""
            select a.id from Account a
            where a.suspendedAt is not null and a.suspendedUntil <= :now and a.erasedAt is null order by a.id limit :limit""")
    List<UUID> findIdsSuspendedUntil(Instant now, int limit);

    @Query("select a.id from Account a where a.suspendedAt > :since")
    List<UUID> findIdsSuspendedSince(Instant since);

    @Query("""
            select count(*) from Account a
            where a.suspendedAt is not null and (a.suspendedUntil is null or a.suspendedUntil > :now)
              and a.erasedAt is null""")
    long countSuspended(Instant now);

    @Query("select count(*) from Account a where a.heldAt is not null and a.erasedAt is null")
    long countHeld();
}
