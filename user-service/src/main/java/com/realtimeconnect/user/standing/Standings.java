package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.user.account.AccountStanding;
import com.realtimeconnect.user.account.StandingRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds people back, suspends and reinstates them. Each change holds the account's row, so that two at once take turns. */
@Component
public class Standings {

    private static final Logger log = LoggerFactory.getLogger(Standings.class);

    private final StandingRegister register;
    private final SuspensionRepository suspensions;
    private final AppealRepository appeals;
    private final StandingNews news;
    private final Clock clock;

    Standings(
            StandingRegister register,
            SuspensionRepository suspensions,
            AppealRepository appeals,
            StandingNews news,
            Clock clock) {
        this.register = register;
        this.suspensions = suspensions;
        this.appeals = appeals;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Lets somebody in who proved who they are; nobody can suspend them before the transaction ends. A suspension whose time
     * is over ends here, if nothing has ended it yet.
     *
     * @throws SuspendedException with all that the person may know
     */
    @Transactional
    public void requireAdmitted(UserId person) {
        var standing = register.lock(person);
        if (standing.suspensionOver()) {
            expire(person);
        } else if (standing.standing() == Standing.SUSPENDED) {
            throw suspensions
                    .findRunning(person)
                    .map(running -> new SuspendedException(
                            running, appeals.findOf(running.id()).orElse(null)))
                    .orElseThrow();
        }
    }

    /** @throws NotSuspendedException for anybody who may log in */
    @Transactional
    public void requireSuspended(UserId person) {
        if (register.lock(person).standing() != Standing.SUSPENDED) {
            throw new NotSuspendedException();
        }
    }

    /** Keeps this person from being matched until moderation decides; nothing happens to who is out already. */
    @Transactional
    public void hold(UserId person) {
        register.hold(person).ifPresent(held -> {
            news.publish(changed(held));
            log.atInfo().addKeyValue("userId", person).log("Held back from matching");
        });
    }

    /**
     * Shuts a person out.
     *
     * @param until null for good
     * @throws ProblemException already-suspended, or not-found
     */
    @Transactional
    public Suspension suspend(UserId person, UserId by, String reason, @Nullable Instant until) {
        var before = register.lock(person);
        if (before.suspensionOver()) {
            expire(person);
        } else if (before.standing() == Standing.SUSPENDED) {
            throw new AlreadySuspendedException();
        }
        var suspension = new Suspension(Uuids.next(), person, reason, now(), by, until);
        suspensions.insert(suspension);
        news.publish(changed(register.suspend(person, until)));
        log.atInfo().addKeyValue("userId", person).addKeyValue("until", until).log("Suspended");
        return suspension;
    }

    /**
     * Lets a person back in who is suspended or held back, and grants an appeal that waits for its answer.
     *
     * @throws ProblemException not-suspended, or not-found
     */
    @Transactional
    public void reinstate(UserId person, UserId by, String reason) {
        var before = register.lock(person);
        if (before.standing() == Standing.GOOD && !before.suspensionOver()) {
            throw new NotSuspendedException();
        }
        suspensions
                .findRunning(person)
                .ifPresent(running -> appeals.resolve(running.id(), AppealState.GRANTED, now(), by, reason));
        letIn(person, by);
    }

    /** Ends a suspension whose time is over, unless something else did. */
    @Transactional
    public void expireIfOver(UserId person) {
        if (register.lock(person).suspensionOver()) {
            expire(person);
        }
    }

    private void expire(UserId person) {
        suspensions
                .findRunning(person)
                .ifPresent(running -> appeals.resolve(running.id(), AppealState.MOOT, now(), null, null));
        letIn(person, null);
    }

    private void letIn(UserId person, @Nullable UserId by) {
        suspensions.end(person, now(), by);
        news.publish(changed(register.reinstate(person)));
        log.atInfo()
                .addKeyValue("userId", person)
                .addKeyValue("byItself", by == null)
                .log("Let back in");
    }

    private StandingChanged changed(AccountStanding after) {
        return new StandingChanged(after.id(), after.version(), after.standing(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
