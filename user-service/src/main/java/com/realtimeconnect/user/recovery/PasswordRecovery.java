package com.realtimeconnect.user.recovery;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.EmailAddress;
import com.realtimeconnect.user.account.PasswordOwner;
import com.realtimeconnect.user.authentication.Logins;
import com.realtimeconnect.user.emailcode.CodePurpose;
import com.realtimeconnect.user.emailcode.EmailCodes;
import com.realtimeconnect.user.emailcode.WrongCodeException;
import com.realtimeconnect.user.password.PasswordHasher;
import com.realtimeconnect.user.throttle.LoginThrottle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives people a new password for a code from their mailbox. Neither step tells whether there is such an account. */
@Component
class PasswordRecovery {

    private final EmailCodes codes;
    private final AccountDirectory accounts;
    private final Logins logins;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;
    private final TransactionTemplate transaction;

    PasswordRecovery(
            EmailCodes codes,
            AccountDirectory accounts,
            Logins logins,
            PasswordHasher hasher,
            LoginThrottle throttle,
            TransactionTemplate transaction) {
        this.codes = codes;
        this.accounts = accounts;
        this.logins = logins;
        this.hasher = hasher;
        this.throttle = throttle;
        this.transaction = transaction;
    }

    /** @throws ProblemException too-many-requests, or unavailable where mail is not set up */
    void sendCode(EmailAddress email, String address) {
        codes.sendOnRequest(email, CodePurpose.RESET_PASSWORD, address);
    }

    /**
     * Changes the password and ends every login. Who reads the mailbox has also confirmed its address, and may log in at
     * once however often strangers guessed.
     *
     * @throws WrongCodeException if the code is not good
     * @throws ProblemException validation-failed, if the password is the person's name or address; the code stays good
     */
    void reset(EmailAddress email, String code, String newPassword, String address) {
        var proven = codes.prove(email, CodePurpose.RESET_PASSWORD, code, address);
        PasswordOwner.of(accounts.credentials(proven.owner())).refuse(newPassword, "newPassword");
        var hash = hasher.hash(newPassword);
        transaction.executeWithoutResult(status -> {
            codes.use(proven);
            logins.recover(proven.owner(), hash);
            accounts.confirmEmail(proven.owner());
        });
        throttle.pardon(email.value());
    }
}
