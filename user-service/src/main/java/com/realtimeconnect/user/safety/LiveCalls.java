package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends calls without waiting for the outbox, which ends them surely. */
@Component
class LiveCalls {

    private static final Logger log = LoggerFactory.getLogger(LiveCalls.class);

    private final Meetings meetings;

    LiveCalls(Meetings meetings) {
        this.meetings = meetings;
    }

    void endAtOnce(InteractionId interaction, UserId by) {
        try {
            meetings.cut(interaction, by);
        } catch (ProblemException silent) {
            log.atWarn().addKeyValue("interactionId", interaction).log("A reported call is ended by the outbox later");
        }
    }
}
