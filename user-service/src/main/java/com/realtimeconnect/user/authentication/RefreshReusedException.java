package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** A refresh token came a second time, too late for an honest reason: somebody else may have it. */
class RefreshReusedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("refresh-reused", "The refresh token was used before", 401);

    private static final long serialVersionUID = 1L;

    RefreshReusedException() {
        super(TYPE, "This login was ended for safety; log in again");
    }
}
