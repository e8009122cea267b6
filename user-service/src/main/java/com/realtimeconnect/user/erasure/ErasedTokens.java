package com.realtimeconnect.user.erasure;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.user.authentication.RevocationsLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has the tokens of who is erased refused everywhere: at once after the commit, by {@link OwnErasure} if Redis could not be
 * reached then, and again if Redis lost what it was told. Their logins are forgotten, so nobody else would tell.
 */
@Component
class ErasedTokens {

    /** Sockets close as after a logout. */
    private static final int LOGGED_OUT = 4505;

    private static final Logger log = LoggerFactory.getLogger(ErasedTokens.class);

    private final Revocations revocations;
    private final ErasureLedger ledger;

    ErasedTokens(Revocations revocations, ErasureLedger ledger) {
        this.revocations = revocations;
        this.ledger = ledger;
    }

    @TransactionalEventListener
    void refuseAtOnce(PersonToErase erased) {
        try {
            refuse(erased);
        } catch (DataAccessException down) {
            log.atWarn()
                    .addKeyValue("userId", erased.person())
                    .log("Redis does not answer; an erased person's tokens stay good for longer");
        }
    }

    /** Each login by itself as well, which does not hang on two clocks that may differ. */
    void refuse(PersonToErase erased) {
        erased.logins().forEach(revocations::revokeLogin);
        refuse(erased.person());
    }

    @EventListener
    void tellAgain(RevocationsLost lost) {
        ledger.findErasedSince(lost.since()).forEach(this::refuse);
    }

    private void refuse(UserId person) {
        revocations.revokeUser(person, LOGGED_OUT);
    }
}
