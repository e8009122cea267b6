package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The person is suspended by moderation. Told only to who proved to be that person, with why, for how long, and what can be done. */
public class SuspendedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("suspended", "The account is suspended", 403);

    private static final long serialVersionUID = 1L;

    SuspendedException(Suspension suspension, @Nullable Appeal appeal) {
        super(TYPE, "This account is suspended; POST /auth/appeal takes what you have to say to it, once");
        withMember("reason", suspension.reason());
        withMember("suspendedAt", suspension.suspendedAt());
        withMember("until", suspension.until());
        withMember("exportPath", "/auth/suspended/export");
        withMember("erasurePath", "/auth/suspended/erasure");
        withMember("appealPath", "/auth/appeal");
        withMember("appealState", appeal == null ? "none" : appeal.state().wireName());
        withMember("appealAnswer", appeal == null ? null : appeal.answer());
    }
}
