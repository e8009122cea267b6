package com.realtimeconnect.user.profile;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Profiles in PostgreSQL. */
interface ProfileRepository extends Repository<Profile, UUID> {

    Profile saveAndFlush(Profile profile);

    Optional<Profile> findById(UUID accountId);

    List<Profile> findByAccountIdIn(Collection<UUID> accountIds);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Profile p where p.accountId = :accountId")
    Optional<Profile> lockById(UUID accountId);
}
