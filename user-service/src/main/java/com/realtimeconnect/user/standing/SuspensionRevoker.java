package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.user.account.AccountStanding;
import com.realtimeconnect.user.account.StandingRegister;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has the tokens of a suspended person refused and their sockets closed everywhere. A revocation holds for every token until
 * the moment it is made, so it is not made when the suspension is over by then: it would end logins that are new.
 */
@Component
public class SuspensionRevoker implements FactHandler<StandingChanged> {

    static final String NAME = "revoke-suspended";

    private static final int CLOSE_CODE = 4502;

    private final Revocations revocations;
    private final StandingRegister register;
    private final TransactionOperations transactions;

    SuspensionRevoker(Revocations revocations, StandingRegister register, TransactionOperations transactions) {
        this.revocations = revocations;
        this.register = register;
        this.transactions = transactions;
    }

    @Override
    public void deliver(StandingChanged change) {
        revokeIf(change.userId(), standing -> standing.version() == change.version());
    }

    /** For a Redis that was emptied: revokes again whoever was suspended since then. @return how many */
    public int revokeAgain(Instant suspendedSince) {
        var suspended = register.suspendedSince(suspendedSince);
        suspended.forEach(person -> revokeIf(person, standing -> true));
        return suspended.size();
    }

    /** Nobody is reinstated meanwhile: their new login would end with the old ones. */
    private void revokeIf(UserId person, Predicate<AccountStanding> still) {
        // Who was erased has no standing to be locked.
        if (register.find(person).isEmpty()) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            var standing = register.lock(person);
            if (standing.standing() == Standing.SUSPENDED && still.test(standing)) {
                revocations.revokeUser(person, CLOSE_CODE);
            }
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<StandingChanged> payloadType() {
        return StandingChanged.class;
    }
}
