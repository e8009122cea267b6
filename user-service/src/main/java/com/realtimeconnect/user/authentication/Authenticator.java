package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.Credentials;
import com.realtimeconnect.user.account.EmailAddress;
import com.realtimeconnect.user.account.PasswordOwner;
import com.realtimeconnect.user.password.PasswordHasher;
import com.realtimeconnect.user.standing.Appeal;
import com.realtimeconnect.user.standing.Appeals;
import com.realtimeconnect.user.standing.Standings;
import com.realtimeconnect.user.throttle.BadCredentialsException;
import com.realtimeconnect.user.throttle.LoginThrottle;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks who somebody is by e-mail address and password, no oftener than is good. */
@Component
public class Authenticator {

    private final AccountDirectory accounts;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;
    private final Logins logins;
    private final Standings standings;
    private final Appeals appeals;
    private final MeterRegistry meters;

    Authenticator(
            AccountDirectory accounts,
            PasswordHasher hasher,
            LoginThrottle throttle,
            Logins logins,
            Standings standings,
            Appeals appeals,
            MeterRegistry meters) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.throttle = throttle;
        this.logins = logins;
        this.standings = standings;
        this.appeals = appeals;
        this.meters = meters;
    }

    /** Logs in. Whether the e-mail address or the password is wrong is told neither by the answer nor by its time. */
    LoginResponse logIn(EmailAddress email, String password, Device device) {
        hasher.requireRoom();
        var proven = prove(email, accounts.findCredentials(email).orElse(null), password, device);
        var started = logins.start(proven, device);
        if (hasher.isOutdated(proven.passwordHash())) {
            accounts.renewHash(proven, hasher.hash(password));
        }
        return started;
    }

    /** Takes what a suspended person has to say, who cannot log in but proves to be that person in the same way. */
    Appeal appeal(EmailAddress email, String password, String text, Device device) {
        var proven = prove(email, accounts.findCredentials(email).orElse(null), password, device);
        return appeals.file(proven.id(), text);
    }

    /**
     * Has somebody who cannot log in because of a suspension prove who they are, for what is theirs all the same.
     *
     * @throws ProblemException bad-credentials, or too-many-requests as at login; not-suspended for who may log in
     */
    public Credentials confirmSuspended(EmailAddress email, String password, Device device) {
        var proven = prove(email, accounts.findCredentials(email).orElse(null), password, device);
        standings.requireSuspended(proven.id());
        return proven;
    }

    void changePassword(AuthenticatedUser user, String current, String next, Device device) {
        var credentials = accounts.credentials(user.id());
        PasswordOwner.of(credentials).refuse(next, "newPassword");
        var proven = prove(credentials.email(), credentials, current, device);
        logins.changePassword(user, proven, hasher.hash(next));
    }

    /**
     * Has somebody who is logged in prove once more who they are, before something that cannot be undone.
     *
     * @throws ProblemException bad-credentials, or too-many-requests as at login
     */
    public Credentials confirm(UserId user, String password, Device device) {
        var credentials = accounts.credentials(user);
        return prove(credentials.email(), credentials, password, device);
    }

    private Credentials prove(EmailAddress claimed, @Nullable Credentials known, String password, Device device) {
        var attempt = throttle.beginLogin(claimed.value(), device.address());
        if (!isRight(password, known, attempt) || known == null) {
            meters.counter("connect.logins", "outcome", "refused").increment();
            throw new BadCredentialsException();
        }
        attempt.succeed();
        meters.counter("connect.logins", "outcome", "proven").increment();
        return known;
    }

    private boolean isRight(String password, @Nullable Credentials known, LoginThrottle.Attempt attempt) {
        try {
            return hasher.matches(password, known == null ? null : known.passwordHash());
        } catch (ProblemException tooBusy) {
            attempt.withdraw();
            throw tooBusy;
        }
    }
}
