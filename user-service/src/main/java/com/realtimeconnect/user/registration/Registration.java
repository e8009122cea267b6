package com.realtimeconnect.user.registration;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.Ages;
import com.realtimeconnect.user.account.EmailTakenException;
import com.realtimeconnect.user.account.NewAccount;
import com.realtimeconnect.user.account.PasswordOwner;
import com.realtimeconnect.user.authentication.Device;
import com.realtimeconnect.user.authentication.LoginResponse;
import com.realtimeconnect.user.authentication.Logins;
import com.realtimeconnect.user.password.PasswordHasher;
import com.realtimeconnect.user.profile.Profiles;
import com.realtimeconnect.user.verification.EmailVerification;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an account, its profile and a first login in one transaction. The password is hashed before that, outside of it. */
@Component
class Registration {

    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final int ADULT = 18;
    private static final int OLDEST = 120;

    private final AccountDirectory accounts;
    private final Profiles profiles;
    private final Logins logins;
    private final EmailVerification verification;
    private final PasswordHasher hasher;
    private final Ages ages;
    private final TransactionTemplate transaction;

    Registration(
            AccountDirectory accounts,
            Profiles profiles,
            Logins logins,
            EmailVerification verification,
            PasswordHasher hasher,
            Ages ages,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.logins = logins;
        this.verification = verification;
        this.hasher = hasher;
        this.ages = ages;
        this.transaction = transaction;
    }

    /** @throws EmailTakenException if there is such an account, also if it was made in this very moment */
    LoginResponse register(RegisterRequest asked, Device device) {
        requireAdult(asked.dayOfBirth());
        new PasswordOwner(asked.emailAddress(), asked.displayName()).refuse(asked.password(), "password");
        accounts.requireFree(asked.emailAddress());
        var account = new NewAccount(
                UserId.next(),
                asked.emailAddress(),
                hasher.hash(asked.password()),
                asked.displayName(),
                asked.wantedRole(),
                asked.dayOfBirth());
        return transaction.execute(status -> {
            accounts.register(account);
            profiles.open(account.id());
            verification.begin(account.email());
            log.atInfo().addKeyValue("userId", account.id()).log("Person registered");
            return logins.start(accounts.credentials(account.id()), device);
        });
    }

    private void requireAdult(LocalDate birthDate) {
        var age = ages.of(birthDate);
        if (ages.isAhead(birthDate) || age > OLDEST) {
            throw Problems.invalid("birthDate", "must be the day when you were born");
        }
        if (age < ADULT) {
            throw new UnderAgeException();
        }
    }
}
