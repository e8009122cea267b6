package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.user.account.StandingRegister;
import java.time.Instant;
import org.springframework.stereotype.Component;

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

    SuspensionRevoker(Revocations revocations, StandingRegister register) {
        this.revocations = revocations;
        this.register = register;
    }

    @Override
    public void deliver(StandingChanged change) {
        var now = register.find(change.userId());
        if (now.isPresent()
                && now.get().standing() == Standing.SUSPENDED
                && now.get().version() == change.version()) {
            revocations.revokeUser(change.userId(), CLOSE_CODE);
        }
    }

    /** For a Redis that was emptied: revokes again whoever was suspended since then. @return how many */
    public int revokeAgain(Instant suspendedSince) {
        var suspended = register.suspendedSince(suspendedSince);
        suspended.forEach(person -> revocations.revokeUser(person, CLOSE_CODE));
        return suspended.size();
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
