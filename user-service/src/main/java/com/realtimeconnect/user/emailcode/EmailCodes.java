package com.realtimeconnect.user.emailcode;

import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.user.account.EmailAddress;
import com.realtimeconnect.user.mail.Mailer;
import com.realtimeconnect.user.password.PasswordHasher;
import com.realtimeconnect.user.throttle.LoginThrottle;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by e-mail. Nothing here tells whether an address has an account: asking writes the same fact either way, and showing
 * a code costs one bcrypt either way. A code is hashed as slowly as a password, since it is shorter than a token.
 */
@Component
public class EmailCodes {

    private final CodeLedger ledger;
    private final Outbox outbox;
    private final Mailer mailer;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;
    private final Clock clock;

    EmailCodes(
            CodeLedger ledger,
            Outbox outbox,
            Mailer mailer,
            PasswordHasher hasher,
            LoginThrottle throttle,
            Clock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.mailer = mailer;
        this.hasher = hasher;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Has a code sent after the commit, if the address has an account. */
    @Transactional
    public void send(EmailAddress to, CodePurpose purpose) {
        outbox.publish(CodeSender.NAME, new CodeAsked(to.value(), purpose, clock.instant()));
    }

    /**
     * The same on somebody's request from this network address.
     *
     * @throws ProblemException too-many-requests, or unavailable where mail is not set up
     */
    @Transactional
    public void sendOnRequest(EmailAddress to, CodePurpose purpose, String address) {
        mailer.requireReady();
        throttle.begin("send " + purpose.word() + " " + to.value(), address);
        send(to, purpose);
    }

    /**
     * Looks whether this is the code that was sent last. It stays good until {@link #use}.
     *
     * @throws WrongCodeException if not, and the code has one try less
     * @throws ProblemException too-many-requests, or busy, which takes no try
     */
    public CodeGrant prove(EmailAddress email, CodePurpose purpose, String typed, String address) {
        hasher.requireRoom();
        var attempt = throttle.begin("show " + purpose.word() + " " + email.value(), address);
        var sent = ledger.takeTry(email, purpose, clock.instant()).orElse(null);
        if (!isRight(typed, sent, attempt) || sent == null) {
            throw new WrongCodeException();
        }
        attempt.succeed();
        return sent;
    }

    private boolean isRight(String typed, @Nullable CodeGrant sent, LoginThrottle.Attempt attempt) {
        try {
            return hasher.matches(Code.read(typed).letters(), sent == null ? null : sent.codeHash());
        } catch (ProblemException tooBusy) {
            attempt.withdraw();
            if (sent != null) {
                ledger.giveTryBack(sent);
            }
            throw tooBusy;
        }
    }

    /** Uses a code up, in the transaction of what it is good for. @throws WrongCodeException if it was used meanwhile */
    @Transactional
    public void use(CodeGrant proven) {
        if (!ledger.use(proven)) {
            throw new WrongCodeException();
        }
    }
}
