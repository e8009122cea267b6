package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** There is no suspension that could be ended or appealed against. */
class NotSuspendedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("not-suspended", "The account is not suspended", 409);

    private static final long serialVersionUID = 1L;

    NotSuspendedException() {
        super(TYPE, "Nothing keeps this person out");
    }
}
