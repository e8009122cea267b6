package com.realtimeconnect.user.emailcode;

import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.Credentials;
import com.realtimeconnect.user.mail.Mail;
import com.realtimeconnect.user.mail.Mailer;
import com.realtimeconnect.user.password.PasswordHasher;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes codes and sends them. It is tried again until the mail server took the letter; each try makes a new code, so that
 * of two letters the later one counts. Nobody wants a code that was asked for an hour ago.
 */
@Component
class CodeSender implements FactHandler<CodeAsked> {

    static final String NAME = "send-email-code";

    private static final Logger log = LoggerFactory.getLogger(CodeSender.class);

    private final AccountDirectory accounts;
    private final CodeLedger ledger;
    private final PasswordHasher hasher;
    private final Mailer mailer;
    private final CodeProperties properties;
    private final Clock clock;

    CodeSender(
            AccountDirectory accounts,
            CodeLedger ledger,
            PasswordHasher hasher,
            Mailer mailer,
            CodeProperties properties,
            Clock clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.hasher = hasher;
        this.mailer = mailer;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void deliver(CodeAsked asked) {
        if (asked.at().plus(properties.patience()).isBefore(clock.instant())) {
            log.atWarn().addKeyValue("purpose", asked.purpose()).log("A code is not sent any more; it is too late");
            return;
        }
        accounts.findCredentials(asked.address())
                .filter(owner -> asked.purpose() != CodePurpose.VERIFY_EMAIL || !isVerified(owner))
                .ifPresent(owner -> send(owner, asked.purpose()));
    }

    private boolean isVerified(Credentials owner) {
        return accounts.account(owner.id()).emailVerified();
    }

    private void send(Credentials owner, CodePurpose purpose) {
        var code = Code.random();
        ledger.put(
                new CodeGrant(owner.id(), purpose, hasher.hash(code.letters())),
                properties.tries(),
                clock.instant().plus(properties.lifetime()));
        mailer.send(letter(owner, purpose, code));
        log.atInfo()
                .addKeyValue("userId", owner.id())
                .addKeyValue("purpose", purpose)
                .log("Code sent");
    }

    private Mail letter(Credentials owner, CodePurpose purpose, Code code) {
        var minutes = properties.lifetime().toMinutes();
        return switch (purpose) {
            case VERIFY_EMAIL ->
                new Mail(owner.email(), "Confirm your e-mail address", """
                        Your code is %s

                        Enter it where you were asked to confirm your e-mail address. It is good for %d minutes.
                        If you made no account with us, do nothing, and nothing will come of it.
                        """.formatted(code.display(), minutes));
            case RESET_PASSWORD -> new Mail(owner.email(), "A new password", """
                        Your code is %s

                        Enter it where you choose your new password. It is good for %d minutes.
                        If you did not ask for a new password, do nothing: without this code it stays as it is.
                        """.formatted(code.display(), minutes));
        };
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<CodeAsked> payloadType() {
        return CodeAsked.class;
    }
}
