package com.realtimeconnect.user.verification;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.security.SecurityProperties;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.EmailAddress;
import com.realtimeconnect.user.account.PublicIdentity;
import com.realtimeconnect.user.emailcode.CodePurpose;
import com.realtimeconnect.user.emailcode.EmailCodes;
import com.realtimeconnect.user.mail.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Confirming e-mail addresses, and what depends on it. */
@Component
public class EmailVerification {

    private static final Logger log = LoggerFactory.getLogger(EmailVerification.class);

    private final AccountDirectory accounts;
    private final EmailCodes codes;
    private final VerificationProperties properties;
    private final TransactionTemplate transaction;

    EmailVerification(
            AccountDirectory accounts,
            EmailCodes codes,
            VerificationProperties properties,
            TransactionTemplate transaction,
            Mailer mailer,
            SecurityProperties security) {
        this.accounts = accounts;
        this.codes = codes;
        this.properties = properties;
        this.transaction = transaction;
        if (security.production() && properties.isRequired() && !mailer.isReady()) {
            throw new IllegalStateException(
                    "EMAIL_VERIFICATION=required, but SMTP_HOST is missing: nobody could confirm");
        }
    }

    /** Whether this person still has to confirm before anything else. */
    public boolean isMissing(PublicIdentity person) {
        return properties.isRequired() && !person.emailVerified();
    }

    /** Sends the first code to a new person, if one is asked for; in the transaction that makes the account. */
    public void begin(EmailAddress email) {
        if (properties.isRequired()) {
            codes.send(email, CodePurpose.VERIFY_EMAIL);
        }
    }

    /** @throws ProblemException already-verified, too-many-requests, or unavailable where mail is not set up */
    void sendAgain(UserId person, String address) {
        var account = accounts.account(person);
        if (account.emailVerified()) {
            throw new AlreadyVerifiedException();
        }
        codes.sendOnRequest(new EmailAddress(account.email()), CodePurpose.VERIFY_EMAIL, address);
    }

    /** Confirms the address; again is no error. @throws WrongCodeException if the code is not good */
    void confirm(UserId person, String code, String address) {
        var account = accounts.account(person);
        if (account.emailVerified()) {
            return;
        }
        var proven = codes.prove(new EmailAddress(account.email()), CodePurpose.VERIFY_EMAIL, code, address);
        transaction.executeWithoutResult(status -> {
            codes.use(proven);
            accounts.confirmEmail(person);
        });
        log.atInfo().addKeyValue("userId", person).log("E-mail address confirmed");
    }
}
