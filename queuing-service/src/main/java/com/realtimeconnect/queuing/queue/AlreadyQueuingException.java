package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The person waits for something else already. */
public final class AlreadyQueuingException extends ProblemException {

    public static final ProblemType TYPE = new ProblemType("already-queuing", "You are in another queue", 409);
    private static final long serialVersionUID = 1L;

    AlreadyQueuingException(String intent) {
        super(TYPE, "You are in the queue for " + intent + "; leave it first");
    }
}
