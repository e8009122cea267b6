package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.user.standing.SuspensionRevoker;
import com.realtimeconnect.user.token.TokenIssuer;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices that Redis was emptied, by a mark that is gone, and tells it again which logins ended, and who was suspended,
 * while access tokens may still be in use. Each node looks; telling twice does no harm.
 */
@Component
class RevocationKeeper {

    /** Never runs out: only emptying Redis deletes it. */
    static final String MARK = "login:revocations-told";

    private static final Logger log = LoggerFactory.getLogger(RevocationKeeper.class);

    private final StringRedisTemplate redis;
    private final Revocations revocations;
    private final LoginRepository logins;
    private final SuspensionRevoker suspensions;
    private final TokenIssuer tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RevocationKeeper(
            StringRedisTemplate redis,
            Revocations revocations,
            LoginRepository logins,
            SuspensionRevoker suspensions,
            TokenIssuer tokens,
            ApplicationEventPublisher events,
            Clock clock) {
        this.redis = redis;
        this.revocations = revocations;
        this.logins = logins;
        this.suspensions = suspensions;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        try {
            if (!Boolean.TRUE.equals(redis.hasKey(MARK))) {
                tellAgain();
                redis.opsForValue().set(MARK, clock.instant().toString());
            }
        } catch (DataAccessException down) {
            log.atDebug().setCause(down).log("Revocations cannot be checked just now");
        }
    }

    private void tellAgain() {
        var since = clock.instant().minus(tokens.lifetime());
        var ended = logins.findIdsEndedSince(since);
        ended.forEach(revocations::revokeLogin);
        events.publishEvent(new RevocationsLost(since));
        log.atInfo()
                .addKeyValue("logins", ended.size())
                .addKeyValue("suspended", suspensions.revokeAgain(since))
                .log("Told an empty Redis which logins ended");
    }
}
