package com.realtimeconnect.user.account;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The standing that is written in an account's row. Whoever changes it, or lets somebody in because of it, holds that row
 * until the end of the transaction. What a change means to others is not known here.
 */
@Component
public class StandingRegister {

    private final AccountRepository accounts;
    private final Clock clock;

    StandingRegister(AccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public Optional<AccountStanding> find(UserId person) {
        return accounts.findById(person.value())
                .filter(account -> !account.isErased())
                .map(account -> AccountStanding.from(account, now()));
    }

    /** As it stands, and stays until the transaction ends. @throws ProblemException not-found */
    @Transactional(propagation = Propagation.MANDATORY)
    public AccountStanding lock(UserId person) {
        return AccountStanding.from(locked(person), now());
    }

    /** Holds back from matching who is in good standing; changes nothing about anybody else. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AccountStanding> hold(UserId person) {
        var account = locked(person);
        return account.hold(now()) ? Optional.of(AccountStanding.from(account, now())) : Optional.empty();
    }

    /** @param until null for good */
    @Transactional(propagation = Propagation.MANDATORY)
    public AccountStanding suspend(UserId person, @Nullable Instant until) {
        var account = locked(person);
        account.suspend(until, now());
        return AccountStanding.from(account, now());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public AccountStanding reinstate(UserId person) {
        var account = locked(person);
        account.reinstate(now());
        return AccountStanding.from(account, now());
    }

    /** Whose suspension ran out. */
    public List<UserId> suspensionsOver(int limit) {
        return accounts.findIdsSuspendedUntil(now(), limit).stream()
                .map(UserId::new)
                .toList();
    }

    /** Who is suspended, and has not been for longer than this. */
    public List<UserId> suspendedSince(Instant since) {
        return accounts.findIdsSuspendedSince(since).stream().map(UserId::new).toList();
    }

    /** How many accounts are of this standing, expired suspensions not counted. */
    public long count(Standing standing) {
        return switch (standing) {
            case SUSPENDED -> accounts.countSuspended(now());
            case HELD -> accounts.countHeld();
            case GOOD -> throw new IllegalArgumentException("Nobody counts those");
        };
    }

    private Account locked(UserId person) {
        return accounts.lockById(person.value())
                .filter(account -> !account.isErased())
                .orElseThrow(() -> Problems.notFound("There is no such person"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
