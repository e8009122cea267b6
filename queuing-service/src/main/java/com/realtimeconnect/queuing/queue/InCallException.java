package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The person is in a call, or about to be in one. */
public final class InCallException extends ProblemException {

    public static final ProblemType TYPE = new ProblemType("in-call", "You are in a call", 409);
    private static final long serialVersionUID = 1L;

    InCallException() {
        super(TYPE, "End your call before you queue again");
    }
}
