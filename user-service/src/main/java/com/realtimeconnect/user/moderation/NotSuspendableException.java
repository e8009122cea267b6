package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Admins are not suspended by admins, least of all by themselves. */
class NotSuspendableException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("not-suspendable", "Admins cannot be suspended", 403);

    private static final long serialVersionUID = 1L;

    NotSuspendableException() {
        super(TYPE, "This is an admin's account");
    }
}
