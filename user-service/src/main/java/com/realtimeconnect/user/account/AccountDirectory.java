package com.realtimeconnect.user.account;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds, makes and changes accounts. An erased account is found by nobody. */
@Component
public class AccountDirectory {

    private final AccountRepository accounts;
    private final Ages ages;
    private final Clock clock;

    AccountDirectory(AccountRepository accounts, Ages ages, Clock clock) {
        this.accounts = accounts;
        this.ages = ages;
        this.clock = clock;
    }

    /** Makes the account. @throws EmailTakenException also if another request was quicker by an instant */
    @Transactional
    public void register(NewAccount asked) {
        requireFree(asked.email());
        try {
            accounts.saveAndFlush(new Account(asked, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        } catch (DataIntegrityViolationException taken) {
            throw new EmailTakenException();
        }
    }

    /** Spares the work of hashing a password for nothing; {@link #register} is what decides. */
    public void requireFree(EmailAddress email) {
        if (accounts.existsByEmail(email.value())) {
            throw new EmailTakenException();
        }
    }

    /** The account as its owner sees it. */
    public AccountResponse account(UserId id) {
        return AccountResponse.from(require(id));
    }

    public Credentials credentials(UserId id) {
        return Credentials.from(require(id));
    }

    public Optional<Credentials> findCredentials(EmailAddress email) {
        return accounts.findByEmail(email.value()).map(Credentials::from);
    }

    /** What others may learn. @throws ProblemException not-found */
    public PublicIdentity publicIdentity(UserId id) {
        var account = require(id);
        var birthDate = account.birthDate();
        return PublicIdentity.from(account, birthDate == null ? 0 : ages.of(birthDate));
    }

    /** Whether the password is still the one that was checked; until the transaction's end nobody can change it. */
    @Transactional
    public boolean stillHolds(Credentials checked) {
        return accounts.lockById(checked.id().value())
                .filter(account -> !account.isErased())
                .filter(account -> account.passwordChangedAt().equals(checked.passwordChangedAt()))
                .isPresent();
    }

    @Transactional
    public void changePassword(UserId id, String newHash) {
        requireLocked(id).changePassword(newHash, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Keeps the password, but hashed anew. */
    @Transactional
    public void renewHash(Credentials checked, String renewed) {
        accounts.renewHash(checked.id().value(), checked.passwordHash(), renewed);
    }

    /** The person proved to read the mailbox. */
    @Transactional
    public void confirmEmail(UserId id) {
        requireLocked(id).confirmEmail();
    }

    @Transactional
    public void rename(UserId id, String displayName) {
        requireLocked(id).rename(displayName);
    }

    private Account require(UserId id) {
        return existing(accounts.findById(id.value()));
    }

    private Account requireLocked(UserId id) {
        return existing(accounts.lockById(id.value()));
    }

    private static Account existing(Optional<Account> account) {
        return account.filter(found -> !found.isErased())
                .orElseThrow(() -> Problems.notFound("There is no such person"));
    }
}
