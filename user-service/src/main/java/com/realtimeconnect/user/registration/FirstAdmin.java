package com.realtimeconnect.user.registration;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.secret.ProductionGuard;
import com.realtimeconnect.common.secret.RequiredSecret;
import com.realtimeconnect.common.security.SecurityProperties;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.EmailTakenException;
import com.realtimeconnect.user.account.NewAccount;
import com.realtimeconnect.user.password.AcceptablePassword;
import com.realtimeconnect.user.password.PasswordHasher;
import com.realtimeconnect.user.profile.Profiles;
import jakarta.validation.Validator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first admin at start-up, once: if there is an account with this e-mail address, nothing is changed, above all
 * not the password.
 */
@Component
class FirstAdmin implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final AdminProperties properties;
    private final AccountDirectory accounts;
    private final Profiles profiles;
    private final PasswordHasher hasher;
    private final TransactionTemplate transaction;

    FirstAdmin(
            AdminProperties properties,
            AccountDirectory accounts,
            Profiles profiles,
            PasswordHasher hasher,
            TransactionTemplate transaction,
            SecurityProperties security,
            Validator validator) {
        this.properties = properties;
        this.accounts = accounts;
        this.profiles = profiles;
        this.hasher = hasher;
        this.transaction = transaction;
        if (properties.isAsked()) {
            requireGoodPassword(security.production(), validator);
        }
    }

    private void requireGoodPassword(boolean production, Validator validator) {
        new ProductionGuard(production, List.of(new RequiredSecret("ADMIN_PASSWORD", properties.password(), 12)));
        var complaints =
                validator.validate(new AdminPassword(properties.password().value()));
        if (!complaints.isEmpty()) {
            throw new IllegalStateException(
                    "ADMIN_PASSWORD " + complaints.iterator().next().getMessage());
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!properties.isAsked()) {
            return;
        }
        try {
            accounts.requireFree(properties.emailAddress());
            open(new NewAccount(
                    UserId.next(),
                    properties.emailAddress(),
                    hasher.hash(properties.password().value()),
                    "Administrator",
                    Role.ADMIN,
                    null));
        } catch (EmailTakenException present) {
            log.debug("The account of ADMIN_EMAIL is there already");
        }
    }

    private void open(NewAccount account) {
        transaction.executeWithoutResult(status -> {
            accounts.register(account);
            profiles.open(account.id());
        });
        log.atInfo().addKeyValue("userId", account.id()).log("Made the first admin");
    }

    private record AdminPassword(@AcceptablePassword String password) {}
}
