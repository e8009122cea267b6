package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The person is suspended already, perhaps by another admin a moment ago. */
class AlreadySuspendedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("already-suspended", "The account is suspended already", 409);

    private static final long serialVersionUID = 1L;

    AlreadySuspendedException() {
        super(TYPE, "Reinstate this person first to suspend them differently");
    }
}
