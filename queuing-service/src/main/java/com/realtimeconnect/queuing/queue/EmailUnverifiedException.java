package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** People have to confirm their e-mail addresses here, and this person did not yet. */
class EmailUnverifiedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("email-unverified", "The e-mail address is not confirmed", 403);

    private static final long serialVersionUID = 1L;

    EmailUnverifiedException() {
        super(TYPE, "Confirm your e-mail address before you queue");
    }
}
