package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.StandingRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What suspended people say to it, and the answers. */
@Component
public class Appeals {

    private static final Logger log = LoggerFactory.getLogger(Appeals.class);

    private final AppealRepository appeals;
    private final SuspensionRepository suspensions;
    private final StandingRegister register;
    private final Clock clock;

    Appeals(AppealRepository appeals, SuspensionRepository suspensions, StandingRegister register, Clock clock) {
        this.appeals = appeals;
        this.suspensions = suspensions;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Files the one text that a suspended person has for this suspension.
     *
     * @throws ProblemException not-suspended, or already-appealed
     */
    @Transactional
    public Appeal file(UserId person, String text) {
        if (register.lock(person).standing() != Standing.SUSPENDED) {
            throw new NotSuspendedException();
        }
        var suspension = suspensions.findRunning(person).orElseThrow(NotSuspendedException::new);
        var appeal = Appeal.open(Uuids.next(), suspension, text, now());
        if (!appeals.insert(appeal)) {
            throw new AlreadyAppealedException();
        }
        log.atInfo()
                .addKeyValue("userId", person)
                .addKeyValue("appealId", appeal.id())
                .log("Appeal filed");
        return appeal;
    }

    /** Oldest first, from the one after {@code after}. */
    public List<Appeal> find(Collection<AppealState> states, UUID after, int limit) {
        return appeals.find(states, after, limit);
    }

    /** @throws ProblemException not-found */
    public Appeal require(UUID id) {
        return appeals.find(id).orElseThrow(() -> Problems.notFound("There is no such appeal"));
    }

    /** The suspension stays. @throws ProblemException already-resolved, also if another admin was quicker */
    @Transactional
    public Appeal refuse(UUID id, UserId by, String answer) {
        if (!appeals.resolve(require(id).suspensionId(), AppealState.REFUSED, now(), by, answer)) {
            throw new AlreadyResolvedException();
        }
        return require(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
