package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.security.Revocations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has the tokens of an ended login refused everywhere: at once after the commit, so that it is true when the request is
 * answered, and by the outbox if Redis could not be reached then.
 */
@Component
class LoginRevoker implements FactHandler<LoginEnded> {

    static final String NAME = "revoke-login";

    private static final Logger log = LoggerFactory.getLogger(LoginRevoker.class);

    private final Revocations revocations;

    LoginRevoker(Revocations revocations) {
        this.revocations = revocations;
    }

    @TransactionalEventListener
    void revokeAtOnce(LoginEnded ended) {
        try {
            deliver(ended);
        } catch (DataAccessException down) {
            log.atWarn()
                    .addKeyValue("loginId", ended.loginId())
                    .log("Redis does not answer; a login's tokens stay good for longer");
        }
    }

    @Override
    public void deliver(LoginEnded ended) {
        revocations.revokeLogin(ended.loginId());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<LoginEnded> payloadType() {
        return LoginEnded.class;
    }
}
