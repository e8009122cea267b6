package com.realtimeconnect.user.erasure;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.common.outbox.PendingFacts;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.Credentials;
import com.realtimeconnect.user.authentication.Logins;
import com.realtimeconnect.user.throttle.BadCredentialsException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins erasures. From the commit on nobody can log in as this person or find them, and the rest is as good as done. */
@Component
class Erasures {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    private final AccountDirectory accounts;
    private final Logins logins;
    private final ErasureLedger ledger;
    private final PendingFacts pending;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasures(
            AccountDirectory accounts,
            Logins logins,
            ErasureLedger ledger,
            PendingFacts pending,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.logins = logins;
        this.ledger = ledger;
        this.pending = pending;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** @throws BadCredentialsException if the password was changed since it was checked */
    @Transactional
    void begin(Credentials proven) {
        if (!accounts.stillHolds(proven)) {
            throw new BadCredentialsException();
        }
        begin(proven.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The same for somebody who asked then, before the database was put back. Does nothing to who is erased. */
    @Transactional
    void begin(UserId person, Instant askedAt) {
        accounts.erase(person).ifPresent(email -> {
            // What was still to be sent to this address.
            pending.deleteMentioning(email.value());
            var erased = new PersonToErase(person, logins.forgetAll(person));
            ledger.open(PersonHash.of(person), askedAt);
            for (var place : Place.values()) {
                outbox.publish(place.handlerName(), erased);
            }
            events.publishEvent(erased);
            log.atInfo().addKeyValue("userId", person).log("Erasure begun");
        });
    }
}
