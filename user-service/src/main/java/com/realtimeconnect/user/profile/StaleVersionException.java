package com.realtimeconnect.user.profile;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Somebody else, or another tab, changed the profile first. */
class StaleVersionException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("stale-version", "The profile was changed meanwhile", 409);

    private static final long serialVersionUID = 1L;

    StaleVersionException() {
        super(TYPE, "Read the profile again, and send its version");
    }
}
