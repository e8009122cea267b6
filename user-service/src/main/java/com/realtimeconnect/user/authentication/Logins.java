package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.Credentials;
import com.realtimeconnect.user.throttle.BadCredentialsException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people are logged in. A login that ended is refused everywhere within a second. */
@Component
public class Logins {

    private static final Logger log = LoggerFactory.getLogger(Logins.class);
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final UUID NONE = new UUID(0, 0);

    private final LoginRepository logins;
    private final RefreshTokens refreshTokens;
    private final AccountDirectory accounts;
    private final LoginProperties properties;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Logins(
            LoginRepository logins,
            RefreshTokens refreshTokens,
            AccountDirectory accounts,
            LoginProperties properties,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.logins = logins;
        this.refreshTokens = refreshTokens;
        this.accounts = accounts;
        this.properties = properties;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Logs a person in who just proved to be that person.
     *
     * @throws ProblemException if the password was changed since it was checked, or the person is suspended
     */
    @Transactional
    public LoginResponse start(Credentials proven, Device device) {
        if (!accounts.stillHolds(proven)) {
            throw new BadCredentialsException();
        }
        if (proven.suspended()) {
            throw new AccountSuspendedException();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var login = logins.save(new Login(Uuids.next(), proven.id(), device, now, properties.lifetime()));
        var pair = refreshTokens.first(login, proven);
        log.atInfo()
                .addKeyValue("userId", proven.id())
                .addKeyValue("loginId", login.getId())
                .log("Login started");
        return LoginResponse.of(accounts.account(proven.id()), pair, clock.instant());
    }

    /**
     * Exchanges a refresh token for a new pair.
     *
     * @throws ProblemException invalid-refresh-token, or refresh-reused, which ends the login as well
     */
    @Transactional(noRollbackFor = RefreshReusedException.class)
    LoginResponse refresh(RefreshSecret presented) {
        var login = refreshTokens.loginOf(presented);
        try {
            var credentials = accounts.credentials(login.owner());
            if (credentials.suspended()) {
                throw new AccountSuspendedException();
            }
            var pair = refreshTokens.exchange(presented, login, credentials);
            return LoginResponse.of(accounts.account(login.owner()), pair, clock.instant());
        } catch (RefreshReusedException stolen) {
            end(login, EndReason.REFRESH_REUSED);
            throw stolen;
        }
    }

    /** The logins that have not ended, newest first. */
    @Transactional(readOnly = true)
    Page<LoginView> active(AuthenticatedUser user, PageRequest page) {
        var cursor = page.cursor();
        var before = cursor == null ? AFTER_ALL : cursor.uuid(0);
        var rows = logins.findActive(user.id().value(), clock.instant(), before, page.limit() + 1);
        return Page.of(
                rows, page.limit(), login -> LoginView.from(login, user.loginId()), login -> Cursor.of(login.getId()));
    }

    /** Ends the login that the person acts in. Ending it twice is no error. */
    @Transactional
    void logout(AuthenticatedUser user) {
        logins.lockById(user.loginId())
                .filter(login -> login.owner().equals(user.id()))
                .ifPresent(login -> end(login, EndReason.LOGOUT));
    }

    /** Ends one of the person's logins. @throws ProblemException not-found, also if it is somebody else's or over */
    @Transactional
    void end(UserId owner, UUID loginId) {
        var login = logins.lockById(loginId)
                .filter(found -> found.owner().equals(owner))
                .filter(found -> found.isActive(clock.instant()))
                .orElseThrow(() -> Problems.notFound("There is no such login"));
        end(login, EndReason.ENDED_BY_PERSON);
    }

    /** Changes the password, and ends every login but the one that asked. */
    @Transactional
    void changePassword(AuthenticatedUser user, Credentials proven, String newHash) {
        if (!accounts.stillHolds(proven)) {
            throw new BadCredentialsException();
        }
        accounts.changePassword(user.id(), newHash);
        logins.lockActiveOthers(user.id().value(), user.loginId())
                .forEach(login -> end(login, EndReason.PASSWORD_CHANGED));
        log.atInfo().addKeyValue("userId", user.id()).log("Password changed");
    }

    /** Puts a new password in place for who could show the old one to nobody, and ends every login. */
    @Transactional
    public void recover(UserId owner, String newHash) {
        accounts.changePassword(owner, newHash);
        logins.lockActiveOthers(owner.value(), NONE).forEach(login -> end(login, EndReason.PASSWORD_CHANGED));
        log.atInfo().addKeyValue("userId", owner).log("Password recovered");
    }

    private void end(Login login, EndReason reason) {
        if (login.end(reason, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            var ended = new LoginEnded(login.getId());
            outbox.publish(LoginRevoker.NAME, ended);
            events.publishEvent(ended);
            log.atInfo()
                    .addKeyValue("userId", login.owner())
                    .addKeyValue("loginId", login.getId())
                    .addKeyValue("reason", reason.word())
                    .log("Login ended");
        }
    }
}
